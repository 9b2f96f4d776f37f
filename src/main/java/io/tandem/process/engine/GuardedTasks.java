package io.tandem.process.engine;

import io.tandem.process.Staff;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.TaskManager;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;

/**
 * The tasks that a query finds, whichever API or stored filter asks: a list never tells what another person has. It holds
 * the reader's own tasks and those that nobody has; leads also get those that were brought to them, without the names.
 * Who has a single ticket, everybody may see who may see the ticket.
 *
 * <p>Our own code and admins are not bound by it.
 */
final class GuardedTasks extends TaskManager {

    /** Tasks are named by their ticket: this is one of them. */
    private static final Pattern ONE_TICKET = Pattern.compile("#\\d+ [^%_]*%?");

    static SessionFactory factory() {
        return new SessionFactory() {
            @Override
            public Class<?> getSessionType() {
                return TaskManager.class;
            }

            @Override
            public Session openSession() {
                return new GuardedTasks();
            }
        };
    }

    private boolean sightIsInQuery;

    @Override
    public List<Task> findTasksByQueryCriteria(TaskQueryImpl query) {
        var reader = reader();
        if (reader.isEmpty()) return super.findTasksByQueryCriteria(query);
        return guarded(query, reader.get(), () -> super.findTasksByQueryCriteria(query)).stream()
                .map(task -> isAboutOneTicket(query)
                        ? task
                        : NamelessTask.unlessOf(reader.get().getUserId(), task))
                .toList();
    }

    @Override
    public long findTaskCountByQueryCriteria(TaskQueryImpl query) {
        return reader().map(reader -> guarded(query, reader, () -> super.findTaskCountByQueryCriteria(query)))
                .orElseGet(() -> super.findTaskCountByQueryCriteria(query));
    }

    /** Whoever asks and is to see no person's figures. */
    private static Optional<Authentication> reader() {
        var context = Context.getCommandContext();
        if (!context.isAuthorizationCheckEnabled()) return Optional.empty();
        return Optional.ofNullable(context.getAuthentication())
                .filter(asking -> !groupsOf(asking).contains(Groups.CAMUNDA_ADMIN));
    }

    private static List<String> groupsOf(Authentication asking) {
        return asking.getGroupIds() == null ? List.of() : asking.getGroupIds();
    }

    private <T> T guarded(TaskQueryImpl query, Authentication reader, Supplier<T> look) {
        new PersonalCriteria(query).checkAsked(reader.getUserId());
        if (isAboutOneTicket(query)) return look.get();
        // The query may be a stored filter's own: it is left as it was.
        var before = new ArrayList<>(query.getQueries());
        narrow(query, reader);
        sightIsInQuery = new TaskSight(reader).narrow(query);
        try {
            return look.get();
        } finally {
            sightIsInQuery = false;
            query.getQueries().retainAll(before);
        }
    }

    @Override
    protected void configureQuery(TaskQueryImpl query) {
        super.configureQuery(query);
        var check = query.getAuthCheck();
        // What somebody has been forbidden by hand, only the engine knows.
        if (sightIsInQuery && !check.isRevokeAuthorizationCheckEnabled()) check.setAuthorizationCheckEnabled(false);
    }

    private static void narrow(TaskQueryImpl query, Authentication reader) {
        var mayBe = query.or().taskUnassigned().taskAssignee(reader.getUserId());
        if (groupsOf(reader).contains(Staff.LEADS)) {
            mayBe = mayBe.taskCandidateGroup(Staff.LEADS).includeAssignedTasks();
        }
        mayBe.endOr();
    }

    private static boolean isAboutOneTicket(TaskQueryImpl query) {
        return query.getTaskId() != null
                || query.getProcessInstanceId() != null
                || query.getProcessInstanceBusinessKey() != null
                || query.getExecutionId() != null
                || isOne(query.getTaskIdIn())
                || isOne(query.getProcessInstanceIdIn())
                || isOne(query.getProcessInstanceBusinessKeys())
                || isOne(query.getActivityInstanceIdIn())
                || (query.getNameLike() != null
                        && ONE_TICKET.matcher(query.getNameLike()).matches());
    }

    private static boolean isOne(String @Nullable [] ids) {
        return ids != null && ids.length == 1;
    }
}
