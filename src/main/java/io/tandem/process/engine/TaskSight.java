package io.tandem.process.engine;

import static org.camunda.bpm.engine.authorization.Authorization.ANY;
import static org.camunda.bpm.engine.authorization.Authorization.AUTH_TYPE_GLOBAL;
import static org.camunda.bpm.engine.authorization.Authorization.AUTH_TYPE_GRANT;

import java.util.List;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.AuthorizationQueryImpl;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;

/**
 * Which tasks somebody may see, said by what stands at the tasks. The engine writes an authorization for each candidate and
 * assignee of each task, and its lists compare every task with every one of them: with 10,000 tasks that takes minutes,
 * and says no more than the candidates do.
 */
final class TaskSight {

    private final CommandContext context = Context.getCommandContext();
    private final Authentication reader;

    TaskSight(Authentication reader) {
        this.reader = reader;
    }

    /** @return whether the query now says it itself; where more was granted by hand, only the engine knows */
    boolean narrow(TaskQueryImpl query) {
        return context.runWithoutAuthorization(() -> {
            if (may(ProcessDefinitionPermissions.READ_TASK, Resources.PROCESS_DEFINITION)) return true;
            if (may(Permissions.READ, Resources.TASK) || isGrantedOneProcess()) return false;
            narrowToOwn(query);
            return true;
        });
    }

    private boolean may(Permission permission, Resources all) {
        return context.getAuthorizationManager().isAuthorized(reader.getUserId(), groups(), permission, all, ANY);
    }

    /** Each by an index of the engine's, which begins with whom and in which way. */
    private boolean isGrantedOneProcess() {
        var groups = groups().toArray(String[]::new);
        return (groups.length > 0 && granted(AUTH_TYPE_GRANT).groupIdIn(groups).count() > 0)
                || granted(AUTH_TYPE_GRANT).userIdIn(reader.getUserId()).count() > 0
                || granted(AUTH_TYPE_GLOBAL).userIdIn(ANY).count() > 0;
    }

    private AuthorizationQueryImpl granted(int way) {
        var granted = new AuthorizationQueryImpl(
                context.getProcessEngineConfiguration().getCommandExecutorTxRequired());
        granted.authorizationType(way)
                .resourceType(Resources.PROCESS_DEFINITION)
                .hasPermission(ProcessDefinitionPermissions.READ_TASK);
        return granted;
    }

    private void narrowToOwn(TaskQueryImpl query) {
        var own = query.or().taskAssignee(reader.getUserId()).taskOwner(reader.getUserId());
        if (!groups().isEmpty()) own = own.taskCandidateGroupIn(groups()).includeAssignedTasks();
        own.endOr();
    }

    private List<String> groups() {
        return reader.getGroupIds() == null ? List.of() : reader.getGroupIds();
    }
}
