package io.tandem.models;

import static io.tandem.process.ProcessMessage.RATED;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.assertThat;

import io.tandem.process.Variables;
import java.util.Map;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SatisfactionSurveyModelTest {

    private static final Stage STAGE = new Stage("satisfaction-survey");

    @RegisterExtension
    static final ProcessEngineCoverageExtension coverage = STAGE.extension();

    @BeforeEach
    void open() {
        STAGE.open();
    }

    @AfterEach
    void close() {
        STAGE.close();
    }

    @Test
    void theCustomerIsAskedAndRates() {
        var survey = STAGE.start(Map.of());

        STAGE.happens(RATED);
        STAGE.executeJob("catchEvent_rated");

        assertThat(survey)
                .hasPassed("serviceTask_recordRating", "endEvent_rated")
                .isEnded();
    }

    @Test
    void aWeekOfSilenceEndsTheSurvey() {
        var survey = STAGE.start(Map.of());

        STAGE.fireTimer("catchEvent_silence");

        assertThat(survey)
                .hasPassed("endEvent_silence")
                .hasNotPassed("serviceTask_recordRating")
                .isEnded();
    }

    @Test
    void whoWasAskedTheOtherDayIsLeftInPeace() {
        STAGE.play("lookUpLastSurvey", execution -> {
            Variables.RESOLUTION.set(execution, "AGENT");
            Variables.HANDOVER.set(execution, null);
            Variables.DAYS_SINCE_ASKED.set(execution, 2);
        });

        var survey = STAGE.start(Map.of());

        assertThat(survey).hasPassed("endEvent_notAsked").isEnded();
    }

    @Test
    void aProgramThatWroteToUsIsNotAsked() {
        STAGE.play("lookUpLastSurvey", execution -> {
            Variables.RESOLUTION.set(execution, "AGENT");
            Variables.HANDOVER.set(execution, "AUTOMATIC");
            Variables.DAYS_SINCE_ASKED.set(execution, null);
        });

        var survey = STAGE.start(Map.of());

        assertThat(survey)
                .hasPassed("endEvent_notAsked")
                .hasNotPassed("serviceTask_askForRating")
                .isEnded();
    }
}
