package io.tandem.models;

import static io.tandem.process.ProcessMessage.ANSWER_HELPED;
import static io.tandem.process.ProcessMessage.HUMAN_WANTED;
import static io.tandem.process.ProcessMessage.RATED;
import static io.tandem.process.ProcessMessage.TICKET_MERGED;
import static io.tandem.process.ProcessMessage.TICKET_REOPENED;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.complete;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.task;

import io.tandem.process.Variables;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TicketModelTest {

    private static final Stage STAGE = new Stage("ticket");

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
    void theBotHelpsAndTheCustomerIsHappy() {
        var ticket = resolvedByBot();

        STAGE.happens(RATED);
        STAGE.executeJob("catchEvent_rated");

        assertThat(ticket)
                .hasPassed("serviceTask_closeTicket", "endEvent_closed")
                .isEnded();
        assertThat(ticket).hasNotPassed("callActivity_humanEscalation", "callActivity_winBack");
    }

    @Test
    void aTopicForPeopleGoesToAPersonAtOnce() {
        STAGE.play("understandRequest", execution -> Stage.understood(execution, 0.9, "SUGGEST", "CALM", false));
        var ticket = begun();

        assertThat(ticket).isWaitingAt("callActivity_humanEscalation").hasNotPassed("callActivity_botAttempt");
        helpAndResolve();

        assertThat(ticket).isWaitingAt("callActivity_satisfactionSurvey");
    }

    @Test
    void aCustomerWhoAsksForAPersonMidwayGetsOne() {
        var ticket = begun();

        STAGE.happens(HUMAN_WANTED, Map.of("helper", "human", "reason", "WANTS_HUMAN"));
        STAGE.executeJob("startEvent_humanWanted");

        assertThat(ticket).hasPassed("callActivity_botAttempt").isWaitingAt("callActivity_humanEscalation");
    }

    @Test
    void aQuestionBackThatNobodyAnswersBringsAPerson() {
        STAGE.play("understandRequest", execution -> {
            Stage.understood(execution, 0.5, "ANSWER", "CALM", false);
            Variables.EITHER.set(execution, 0.9);
        });
        STAGE.play("findAnswer", execution -> Stage.found(execution, 0.5, 0.9));
        var ticket = begun();

        STAGE.fireTimer("catchEvent_noReply");

        assertThat(ticket).hasPassed("callActivity_botAttempt").isWaitingAt("callActivity_humanEscalation");
        assertThat(STAGE.running("human-escalation")).variables().containsEntry("reason", "NO_REPLY");
    }

    @Test
    void aBotThatCannotReadHandsOver() {
        STAGE.play("understandRequest", Stage.brokenBot());

        var ticket = begun();

        assertThat(ticket).hasPassed("boundaryEvent_botFailed").isWaitingAt("callActivity_humanEscalation");
        assertThat(STAGE.running("human-escalation")).variables().containsEntry("reason", "BOT_FAILED");
    }

    @Test
    void aCustomerWhoWritesAgainAfterTheResolutionTalksToAPerson() {
        var ticket = resolvedByBot();

        STAGE.happens(TICKET_REOPENED, Variables.REOPENED.with(true));
        STAGE.executeJob("boundaryEvent_customerWritesAgain");

        assertThat(ticket).isWaitingAt("callActivity_humanEscalation");
        assertThat(STAGE.running("human-escalation")).variables().containsEntry("reason", "REOPENED");
    }

    @Test
    void aBadRatingBringsAPersonWhoWinsTheCustomerBack() {
        STAGE.play("recordRating", execution -> Variables.SCORE.set(execution, 1));
        var ticket = resolvedByBot();

        STAGE.happens(RATED);
        STAGE.executeJob("catchEvent_rated");
        assertThat(STAGE.running("human-escalation")).variables().containsEntry("reason", "BADLY_RATED");
        helpAndResolve();

        assertThat(ticket).hasPassed("callActivity_winBack", "endEvent_closed").isEnded();
    }

    @Test
    void aMergedTicketEndsWhereverItIsAndNobodyIsAskedToRateIt() {
        STAGE.play("understandRequest", execution -> Stage.understood(execution, 0.9, "SUGGEST", "CALM", false));
        var ticket = begun();
        assertThat(ticket).isWaitingAt("callActivity_humanEscalation");

        STAGE.happens(TICKET_MERGED);
        assertThat(ticket).isWaitingAt("startEvent_ticketMerged").isNotWaitingAt("callActivity_humanEscalation");
        STAGE.executeJob("startEvent_ticketMerged");

        assertThat(ticket)
                .hasPassed("serviceTask_closeMerged", "endEvent_merged")
                .hasNotPassed("callActivity_satisfactionSurvey")
                .isEnded();
    }

    private static ProcessInstance resolvedByBot() {
        var ticket = begun();
        STAGE.happens(ANSWER_HELPED);
        STAGE.executeJob("catchEvent_answerHelped");
        assertThat(ticket).hasPassed("callActivity_botAttempt").isWaitingAt("callActivity_satisfactionSurvey");
        return ticket;
    }

    private static ProcessInstance begun() {
        var ticket = STAGE.opened();
        STAGE.executeJob("startEvent_ticketOpened");
        return ticket;
    }

    private static void helpAndResolve() {
        STAGE.executeJob("serviceTask_tellCustomer");
        STAGE.executeJob("serviceTask_findSuggestions");
        complete(task(STAGE.running("human-escalation")), Map.of("action", "resolve", "agent", "anna"));
        STAGE.executeJob("serviceTask_sendReply");
    }
}
