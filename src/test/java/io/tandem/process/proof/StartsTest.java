package io.tandem.process.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tandem.model.net.SoundnessReport;
import org.camunda.bpm.engine.ParseException;
import org.junit.jupiter.api.Test;

/** A diagram is judged where the engine would run it, and not where it would refuse. */
class StartsTest {

    private static final String SURVEY = "satisfaction-survey.bpmn";
    private static final String SECOND = "<bpmn:startEvent id=\"startEvent_second\" name=\"Again\" />"
            + "<bpmn:sequenceFlow id=\"flow_second\" sourceRef=\"startEvent_second\" targetRef=\"endEvent_notAsked\" />";

    @Test
    void twoPlainStartsAreRefusedByTheEngineAndNotSupported() {
        var folder = Edited.ours().add(SURVEY, SECOND).folder();

        assertThat(SoundnessReport.of(SURVEY, folder.file(SURVEY).orElseThrow()).code())
                .isEqualTo(2);
        try (var stage = Replay.Stage.open()) {
            assertThatThrownBy(() -> new Replay(stage, folder))
                    .isInstanceOf(ParseException.class)
                    .hasMessageContaining("multiple none start events");
        }
    }
}
