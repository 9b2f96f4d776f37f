package io.tandem.models;

import static io.tandem.process.ProcessMessage.TICKET_OVER;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.complete;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.task;

import io.tandem.process.Variables;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class AskColleagueModelTest {

    private static final Stage STAGE = new Stage("ask-colleague");

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
    void theColleagueAnswersAndTheAskerReadsIt() {
        var question = asked("ben", true);
        assertThat(task(question)).isAssignedTo("ben");
        org.assertj.core.api.Assertions.assertThat(task(question).getDueDate()).isInTheFuture();

        complete(task(question), Map.of("answer", "the-note"));
        assertThat(question).isWaitingAt("userTask_readOutcome").hasNotPassed("serviceTask_tellAsker");
        assertThat(task(question)).isAssignedTo("anna");
        complete(task(question));

        assertThat(question).hasPassed("endEvent_read").isEnded();
    }

    @Test
    void aGroupIsAskedAndAnybodyInItAnswers() {
        var question = asked(null, true);

        assertThat(task(question)).isNotAssigned().hasCandidateGroup("payments");
    }

    @Test
    void theAskerHearsThatNobodyAnswered() {
        var question = asked("ben", true);

        STAGE.fireTimer("boundaryEvent_noAnswer");

        assertThat(question).hasPassed("serviceTask_tellAsker").isWaitingAt("userTask_readOutcome");
    }

    /** A program can complete a task without a word. */
    @Test
    void aQuestionThatWasPutAsideIsToldToTheAskerToo() {
        var question = asked("ben", true);

        complete(task(question));

        assertThat(question).hasPassed("serviceTask_tellAsker").isWaitingAt("userTask_readOutcome");
    }

    @Test
    void whoWasOnlyNamedNeedNotSayAnything() {
        var mention = asked("ben", false);

        complete(task(mention));

        assertThat(mention)
                .hasPassed("endEvent_noted")
                .hasNotPassed("serviceTask_tellAsker")
                .isEnded();
    }

    @Test
    void anAnswerThatNobodyReadsIsForgottenAfterAWeek() {
        var question = asked("ben", true);
        complete(task(question), Map.of("answer", "the-note"));

        STAGE.fireTimer("boundaryEvent_notRead");

        assertThat(question).hasPassed("endEvent_notRead").isEnded();
    }

    @Test
    void aQuestionEndsWithItsTicket() {
        var question = asked("ben", true);

        STAGE.happens(TICKET_OVER);
        assertThat(question).isNotWaitingAt("userTask_answer");
        STAGE.executeJob("startEvent_ticketOver");

        assertThat(question).hasPassed("endEvent_noLongerNeeded").isEnded();
    }

    private static ProcessInstance asked(String person, boolean answerAwaited) {
        var variables = new HashMap<String, Object>();
        variables.put(Variables.ASKER.name(), "anna");
        variables.put(Variables.AGENT.name(), person);
        variables.put(Variables.SKILL.name(), person == null ? "payments" : "agents");
        variables.put(Variables.PRIORITY.name(), 50);
        variables.put(Variables.ANSWER_AWAITED.name(), answerAwaited);
        variables.put(Variables.ANSWER.name(), null);
        return STAGE.start(variables);
    }
}
