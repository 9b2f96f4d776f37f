package io.tandem.process.engine;

import io.tandem.process.Staff;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The lists that Tasklist offers at the first start. Who changes or deletes one later keeps that. */
@Component
@Order(2)
final class TicketFilters extends AbstractProcessEnginePlugin {

    /** Tasklist shows names as they are, in one language for everybody. */
    private record Filter(String name, String description, int place, UnaryOperator<TaskQuery> tasks) {}

    private static final List<Filter> FILTERS = List.of(
            new Filter(
                    "Meine Tickets · My tickets",
                    "Was ich gerade bearbeite · What I am working on",
                    10,
                    tasks -> tasks.taskAssigneeExpression("${currentUser()}")),
            new Filter(
                    "Tickets meiner Gruppen · My groups' tickets",
                    "Offen und noch bei niemandem, das Dringendste zuerst · Open and with nobody, most urgent first",
                    20,
                    tasks -> tasks.taskCandidateGroupInExpression("${currentUserGroups()}")
                            .taskUnassigned()),
            new Filter(
                    "Überfällig · Overdue",
                    "Der Kunde wartet länger als versprochen · The customer waits longer than promised",
                    30,
                    tasks -> tasks.dueBeforeExpression("${now()}")));

    @Override
    public void postProcessEngineBuild(ProcessEngine engine) {
        if (engine.getFilterService().createFilterQuery().count() > 0) return;
        FILTERS.forEach(filter -> make(engine, filter));
    }

    private static void make(ProcessEngine engine, Filter wanted) {
        var tasks = wanted.tasks()
                .apply(engine.getTaskService().createTaskQuery().active())
                .orderByDueDate()
                .asc()
                .orderByTaskPriority()
                .desc()
                // What came in overnight is all due at the same time.
                .orderByTaskCreateTime()
                .asc();
        var filter = engine.getFilterService()
                .newTaskFilter(wanted.name())
                .setQuery(tasks)
                .setProperties(Map.of(
                        "description",
                        wanted.description(),
                        "priority",
                        wanted.place(),
                        // Without it Tasklist's list stays as it was when it was opened.
                        "refresh",
                        true,
                        "color",
                        "#17806f",
                        "showUndefinedVariable",
                        false));
        engine.getFilterService().saveFilter(filter);
        for (var group : List.of(Staff.AGENTS, Staff.LEADS)) readableBy(engine, group, filter.getId());
    }

    private static void readableBy(ProcessEngine engine, String group, String filter) {
        var authorizations = engine.getAuthorizationService();
        var read = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
        read.setGroupId(group);
        read.setResource(Resources.FILTER);
        read.setResourceId(filter);
        read.addPermission(Permissions.READ);
        authorizations.saveAuthorization(read);
    }
}
