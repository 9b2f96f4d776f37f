package io.tandem.process.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.tandem.story.TandemRuns;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Lists show the same tasks as when the engine compared each of them with all authorizations. */
@TandemRuns
class TaskSightTest {

    @Autowired
    private ProcessEngine engine;

    @Autowired
    private TaskService tasks;

    @Autowired
    private IdentityService identity;

    @Autowired
    private AuthorizationService authorizations;

    private final String mine = "sight-" + UUID.randomUUID();
    private final List<String> made = new ArrayList<>();
    private @Nullable Authorization granted;

    @BeforeEach
    void aTaskOfAGroupAndOneOfAnother() {
        task("of roses", task -> tasks.addCandidateGroup(task, "roses"));
        task("of tulips", task -> tasks.addCandidateGroup(task, "tulips"));
        task("with rosa", task -> tasks.setAssignee(task, "rosa"));
        task("nobody's", task -> {});
    }

    private void task(String name, Consumer<String> give) {
        var task = tasks.newTask();
        task.setName(name);
        task.setDescription(mine);
        tasks.saveTask(task);
        give.accept(task.getId());
        made.add(task.getId());
    }

    @AfterEach
    void clear() {
        if (granted != null) authorizations.deleteAuthorization(granted.getId());
        made.forEach(task -> tasks.deleteTask(task, true));
    }

    @Test
    void ofGroupsAndOwnTasksOnly() {
        assertThat(sees("rosa", "roses")).containsExactly("of roses", "with rosa");
        assertThat(sees("tina", "tulips", "roses")).containsExactly("of roses", "of tulips");
        assertThat(sees("nora")).isEmpty();
    }

    @Test
    void searchingByGroupShowsNoOtherGroups() {
        assertThat(sees("rosa", query -> query.taskCandidateGroup("tulips"), "roses"))
                .isEmpty();
        assertThat(sees("rosa", query -> query.taskCandidateGroup("roses"), "roses"))
                .containsExactly("of roses");
    }

    @Test
    void whoWasGrantedAllTasksByHandSeesThem() {
        grant("auditors", Resources.TASK, Permissions.READ);

        assertThat(sees("arno", "auditors")).containsExactly("nobody's", "of roses", "of tulips");
    }

    @Test
    void whoMayReadAllProcessesTasksSeesWhatIsWithNobody() {
        grant("readers", Resources.PROCESS_DEFINITION, ProcessDefinitionPermissions.READ_TASK);

        assertThat(sees("rita", "readers")).contains("of roses", "of tulips").doesNotContain("with rosa");
    }

    private void grant(String group, Resource resource, Permission permission) {
        var grant = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
        grant.setGroupId(group);
        grant.setResource(resource);
        grant.setResourceId(Authorization.ANY);
        grant.addPermission(permission);
        granted = authorizations.saveAuthorization(grant);
    }

    private List<String> sees(String user, String... groups) {
        return sees(user, query -> query, groups);
    }

    private List<String> sees(String user, UnaryOperator<TaskQuery> more, String... groups) {
        identity.setAuthentication(user, List.of(groups));
        try {
            var query = more.apply(engine.getTaskService().createTaskQuery().taskDescription(mine));
            var names = query.list().stream().map(Task::getName).sorted().toList();
            assertThat(query.count()).isEqualTo(names.size());
            return names;
        } finally {
            identity.clearAuthentication();
        }
    }
}
