package io.tandem.process.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.Test;

/** What the engine would write down about persons by itself, and that behind the guards it does not. */
class NamelessHistoryTest {

    private static final String TASK = "<bpmn:userTask id='step' />";

    @Test
    void withoutTheGuardTheHistoryCountsWhatAnnaDoes() {
        try (var bare = PlainEngine.bare()) {
            bare.deployProcess(TASK);
            annaWorks(bare.engine);

            assertThat(tasksOfAnna(bare.engine)).isEqualTo(1);
            assertThat(stepsOfAnna(bare.engine)).isEqualTo(1);
            assertThat(startedByAnna(bare.engine)).isEqualTo(1);
            assertThat(bare.engine
                            .getHistoryService()
                            .createUserOperationLogQuery()
                            .userId("anna")
                            .count())
                    .isPositive();
            assertThat(workersCounted(bare.engine)).isEqualTo(1);
        }
    }

    @Test
    void withItTheHistoryTellsWhatHappenedAndNamesNobody() {
        try (var guarded = PlainEngine.guarded()) {
            guarded.deployProcess(TASK);
            annaWorks(guarded.engine);

            var history = guarded.engine.getHistoryService();
            assertThat(history.createHistoricTaskInstanceQuery().finished().count())
                    .isEqualTo(1);
            assertThat(tasksOfAnna(guarded.engine)).isZero();
            assertThat(stepsOfAnna(guarded.engine)).isZero();
            assertThat(startedByAnna(guarded.engine)).isZero();
            assertThat(history.createUserOperationLogQuery().list())
                    .allSatisfy(entry -> assertThat(entry.getTaskId()).isNull());
            assertThat(history.createHistoricIdentityLinkLogQuery()
                            .userId("anna")
                            .count())
                    .isZero();
            assertThat(workersCounted(guarded.engine)).isZero();
        }
    }

    @Test
    void theEngineKeepsNoNotesOfPersons() {
        try (var guarded = PlainEngine.guarded()) {
            guarded.deployProcess(TASK);
            var process = guarded.engine.getRuntimeService().startProcessInstanceByKey("test");
            var tasks = guarded.engine.getTaskService();

            assertThatThrownBy(() -> tasks.createComment(null, process.getId(), "hello"))
                    .isInstanceOf(BadUserRequestException.class);
            assertThatThrownBy(() -> tasks.createAttachment("text", null, process.getId(), "a", "b", "http://c"))
                    .isInstanceOf(BadUserRequestException.class);
        }
    }

    private static void annaWorks(ProcessEngine engine) {
        engine.getIdentityService().setAuthentication("anna", List.of());
        engine.getRuntimeService().startProcessInstanceByKey("test");
        var task = engine.getTaskService().createTaskQuery().singleResult().getId();
        engine.getTaskService().claim(task, "anna");
        engine.getTaskService().complete(task);
        engine.getIdentityService().clearAuthentication();
    }

    private static long tasksOfAnna(ProcessEngine engine) {
        return engine.getHistoryService()
                .createHistoricTaskInstanceQuery()
                .taskAssignee("anna")
                .count();
    }

    private static long stepsOfAnna(ProcessEngine engine) {
        return engine.getHistoryService()
                .createHistoricActivityInstanceQuery()
                .taskAssignee("anna")
                .count();
    }

    private static long startedByAnna(ProcessEngine engine) {
        return engine.getHistoryService()
                .createHistoricProcessInstanceQuery()
                .startedBy("anna")
                .count();
    }

    private static long workersCounted(ProcessEngine engine) {
        return engine.getManagementService().getUniqueTaskWorkerCount(null, null);
    }
}
