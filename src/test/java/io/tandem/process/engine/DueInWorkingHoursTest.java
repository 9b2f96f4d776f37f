package io.tandem.process.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.tandem.process.WorkingHours;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

/** People who are there for eight hours a day, round the clock: each open hour takes three. */
class DueInWorkingHoursTest {

    private static final Instant NOW = Instant.parse("2026-11-25T16:00:00Z");
    private static final WorkingHours EIGHT_OF_24 = (since, time) -> since.plus(time.multipliedBy(3));

    private ProcessEngine engine;

    @BeforeEach
    void start() {
        var beans = new StaticListableBeanFactory();
        beans.addBean("hours", EIGHT_OF_24);
        var configuration = new StandaloneInMemProcessEngineConfiguration();
        configuration.setProcessEngineName("due");
        configuration.setJdbcUrl("jdbc:h2:mem:due");
        configuration.setJobExecutorActivate(false);
        configuration.setEnforceHistoryTimeToLive(false);
        configuration.getProcessEnginePlugins().add(new DueInWorkingHours(beans.getBeanProvider(WorkingHours.class)));
        engine = configuration.buildProcessEngine();
        ClockUtil.setCurrentTime(Date.from(NOW));
    }

    @AfterEach
    void close() {
        ClockUtil.reset();
        engine.close();
    }

    @ParameterizedTest
    @CsvSource({
        "PT4H, 2026-11-26T04:00:00Z",
        "PT1H30M, 2026-11-25T20:30:00Z",
        "P3D, 2026-11-28T16:00:00Z",
        "P1DT1H, 2026-11-26T17:00:00Z",
        "2026-12-24T12:00:00Z, 2026-12-24T12:00:00Z"
    })
    void hoursAreOpenOnesAndDaysAreDays(String due, Instant expected) {
        starts("""
                <bpmn:userTask id="step" camunda:dueDate="%s" />""".formatted(due));

        assertThat(engine.getTaskService()
                        .createTaskQuery()
                        .singleResult()
                        .getDueDate()
                        .toInstant())
                .isEqualTo(expected);
    }

    @Test
    void timersRingAsTheyAlwaysDid() {
        starts("""
                <bpmn:intermediateCatchEvent id="step"><bpmn:timerEventDefinition>
                  <bpmn:timeDuration xsi:type="bpmn:tFormalExpression">PT4H</bpmn:timeDuration>
                </bpmn:timerEventDefinition></bpmn:intermediateCatchEvent>""");

        assertThat(engine.getManagementService()
                        .createJobQuery()
                        .singleResult()
                        .getDuedate()
                        .toInstant())
                .isEqualTo(NOW.plus(Duration.ofHours(4)));
    }

    private void starts(String step) {
        engine.getRepositoryService()
                .createDeployment()
                .addString("test.bpmn", PlainEngine.process(step))
                .deploy();
        engine.getRuntimeService().startProcessInstanceByKey("test");
    }
}
