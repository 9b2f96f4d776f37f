package io.tandem;

import static org.assertj.core.api.Assertions.assertThat;

import io.tandem.check.Finding;
import org.junit.jupiter.api.Test;

/** An owner mends what is broken and is not sent after what only follows from it. */
class CausesFirstTest {

    private static final String TICKET = "ticket.bpmn";
    private static final String BY_PASS = "targetRef=\"gateway_resolved\"";

    @Test
    void nothingIsProvenOfAProcessThatCallsWhatIsNotThere() {
        var findings = Edited.ours()
                .replace(TICKET, "calledElement=\"bot-attempt\"", "calledElement=\"bot-attempts\"")
                .findings();

        assertThat(findings).extracting(Finding::rule).containsExactly("call.unknown", "proof.later");
        assertThat(findings).allSatisfy(finding -> assertThat(finding.way()).isEmpty());
    }

    @Test
    void aBrokenReferenceStandsBeforeWhatIsMissingInAnotherFile() {
        var findings = Edited.ours()
                .replace("ask-colleague.bpmn", " camunda:dueDate=\"PT4H\"", "")
                .replace("human-escalation.bpmn", "${writeBrief}", "${writeBrieff}")
                .findings();

        assertThat(findings)
                .extracting(Finding::rule)
                .containsExactly("step.unknown", "userTask.noDueDate", "proof.later");
    }

    @Test
    void aFileThatCannotBeReadStandsBeforeEverything() {
        var findings = Edited.ours()
                .replace("ask-colleague.bpmn", "${tellAsker}", "${tellAskr}")
                .write("satisfaction-survey.bpmn", "<broken")
                .findings();

        assertThat(findings).extracting(Finding::rule).startsWith("xml.broken", "step.unknown");
    }

    @Test
    void aTextThatIsMissingHidesNoBrokenPromise() {
        var findings = Edited.ours()
                .replace("texts/messages_de.properties", "handover.MOOD = Der Kunde ist aufgebracht oder in Not.", "")
                .replace(TICKET, BY_PASS, "targetRef=\"gateway_done\"")
                .replace(TICKET, "<bpmn:incoming>flow_personNeeded_to_resolved</bpmn:incoming>", "")
                .replace(
                        TICKET,
                        "<bpmn:incoming>flow_badlyRated_to_done</bpmn:incoming>",
                        "<bpmn:incoming>flow_personNeeded_to_resolved</bpmn:incoming><bpmn:incoming>flow_badlyRated_to_done</bpmn:incoming>")
                .findings();

        assertThat(findings).extracting(Finding::rule).containsExactly("text.missing", "proof.alwaysAsked");
    }
}
