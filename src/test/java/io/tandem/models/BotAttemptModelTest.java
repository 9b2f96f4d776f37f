package io.tandem.models;

import static io.tandem.process.ProcessMessage.ANSWER_DID_NOT_HELP;
import static io.tandem.process.ProcessMessage.ANSWER_HELPED;
import static io.tandem.process.ProcessMessage.CUSTOMER_WROTE;
import static io.tandem.process.ProcessMessage.HUMAN_WANTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.historyService;

import io.tandem.process.Variables;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class BotAttemptModelTest {

    private static final Stage STAGE = new Stage("bot-attempt");

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
    void theCustomerSaysThatItHelped() {
        var attempt = answered();

        STAGE.happens(ANSWER_HELPED);
        STAGE.executeJob("catchEvent_answerHelped");

        assertThat(attempt)
                .hasPassed("serviceTask_recordConfirmed", "endEvent_confirmed")
                .isEnded();
    }

    @Test
    void silenceIsNoSuccess() {
        var attempt = answered();

        STAGE.fireTimer("catchEvent_silence");

        assertThat(attempt)
                .hasPassed("serviceTask_recordUnconfirmed", "endEvent_unconfirmed")
                .isEnded();
    }

    @Test
    void theCustomerAsksOnAndGetsAnotherAnswer() {
        var attempt = answered();

        STAGE.happens(CUSTOMER_WROTE);
        assertThat(attempt).isWaitingAt("catchEvent_customerAsksOn");
        STAGE.executeJob("catchEvent_customerAsksOn");
        STAGE.executeJob("gateway_onceMore");

        assertThat(attempt).isWaitingAt("gateway_reply");
    }

    @Test
    void anAnswerThatDidNotHelpIsFollowedByAnotherOneIfTheBotIsSure() {
        var attempt = answered();

        STAGE.happens(ANSWER_DID_NOT_HELP);
        STAGE.executeJob("catchEvent_answerDidNotHelp");
        STAGE.executeJob("gateway_onceMore");

        assertThat(attempt).isWaitingAt("gateway_reply");
    }

    @Test
    void afterThreeAnswersThatDidNotHelpAPersonTakesOver() {
        STAGE.play("understandRequest", execution -> {
            Stage.understood(execution, 0.9, "ANSWER", "CALM", false);
            Variables.ROUNDS.set(execution, 3);
        });
        var attempt = answered();

        STAGE.happens(ANSWER_DID_NOT_HELP);
        STAGE.executeJob("catchEvent_answerDidNotHelp");
        STAGE.executeJob("gateway_onceMore");

        assertThat(attempt).hasPassed("endEvent_handedOver").isEnded();
        assertThat(reason(attempt)).isEqualTo("NOT_HELPED");
    }

    @Test
    void aBotThatIsNotSureSaysNothing() {
        STAGE.play("findAnswer", execution -> Stage.found(execution, 0.3, 0.5));

        var attempt = STAGE.start(sure());

        assertThat(attempt)
                .hasPassed("endEvent_handedOver")
                .hasNotPassed("serviceTask_sendAnswer")
                .isEnded();
        assertThat(reason(attempt)).isEqualTo("NOT_SURE");
    }

    @Test
    void aBotThatFailsHandsOver() {
        STAGE.play("findAnswer", Stage.brokenBot());

        var attempt = STAGE.start(sure());

        assertThat(attempt)
                .hasPassed("boundaryEvent_findingFailed", "endEvent_handedOver")
                .isEnded();
        assertThat(reason(attempt)).isEqualTo("BOT_FAILED");
    }

    @Test
    void aBotThatCannotReadTheNextWordsHandsOver() {
        var attempt = answered();
        STAGE.play("understandRequest", Stage.brokenBot());

        STAGE.happens(CUSTOMER_WROTE);
        STAGE.executeJob("catchEvent_customerAsksOn");
        STAGE.executeJob("gateway_onceMore");

        assertThat(attempt)
                .hasPassed("boundaryEvent_understandingFailed", "endEvent_handedOver")
                .isEnded();
    }

    @Test
    void whatTheCustomerWritesWhileTheBotThinksIsReadBeforeTheBotSpeaks() {
        STAGE.play("sendAnswer", execution -> Variables.CUSTOMER_WROTE.set(execution, true));

        var attempt = STAGE.start(sure());
        STAGE.play("understandRequest", execution -> Stage.understood(execution, 0.9, "ANSWER", "CALM", true));
        STAGE.executeJob("gateway_onceMore");

        assertThat(attempt)
                .hasPassed("serviceTask_understandRequest", "endEvent_handedOver")
                .isEnded();
        assertThat(reason(attempt)).isEqualTo("WANTS_HUMAN");
    }

    @Test
    void aWishForAPersonEndsTheAttemptWhileItWaits() {
        var attempt = answered();

        STAGE.happens(HUMAN_WANTED);
        STAGE.executeJob("startEvent_humanWanted");

        assertThat(attempt).hasPassed("endEvent_botSilent").isEnded();
    }

    @Test
    void aWishForAPersonStopsABotThatIsAboutToReadOnceMore() {
        STAGE.play("sendAnswer", execution -> Variables.CUSTOMER_WROTE.set(execution, true));
        var attempt = STAGE.start(sure());
        assertThat(attempt).isWaitingAt("gateway_onceMore");

        STAGE.happens(HUMAN_WANTED);
        STAGE.executeJob("startEvent_humanWanted");

        assertThat(attempt).hasNotPassed("serviceTask_understandRequest").isEnded();
    }

    @Test
    void betweenTwoTopicsTheBotAsksAndTheReplyIsReadLikeEveryMessage() {
        STAGE.play("findAnswer", execution -> Stage.found(execution, 0.5, 0.9));
        var attempt = asked();

        STAGE.play("findAnswer", execution -> Stage.found(execution, 1, 0));
        STAGE.happens(CUSTOMER_WROTE);
        assertThat(attempt).isWaitingAt("catchEvent_customerReplies");
        STAGE.executeJob("catchEvent_customerReplies");
        STAGE.executeJob("gateway_onceMore");

        assertThat(attempt).hasPassed("serviceTask_understandRequest").isWaitingAt("gateway_reply");
        assertThat(reason(attempt)).isEqualTo("SURE");
    }

    @Test
    void theBotAsksOnlyOnce() {
        STAGE.play("findAnswer", execution -> Stage.found(execution, 0.5, 0.9));
        STAGE.play("understandRequest", execution -> {
            Stage.understood(execution, 0.5, "ANSWER", "CALM", false);
            Variables.ASKED_BACK.set(execution, true);
        });
        var attempt = asked();

        STAGE.happens(CUSTOMER_WROTE);
        STAGE.executeJob("catchEvent_customerReplies");
        STAGE.executeJob("gateway_onceMore");

        assertThat(attempt).hasPassed("endEvent_handedOver").isEnded();
        assertThat(reason(attempt)).isEqualTo("NOT_SURE");
    }

    @Test
    void aQuestionBackThatNobodyAnswersLeadsToAPerson() {
        STAGE.play("findAnswer", execution -> Stage.found(execution, 0.5, 0.9));
        var attempt = asked();

        STAGE.fireTimer("catchEvent_noReply");

        assertThat(attempt)
                .hasPassed("endEvent_notReplied")
                .hasNotPassed("serviceTask_recordUnconfirmed")
                .isEnded();
        assertThat(reason(attempt)).isEqualTo("NO_REPLY");
        assertThat(variable(attempt, "helper")).isEqualTo("human");
    }

    @Test
    void whatTheCustomerWritesBeforeTheQuestionIsReadInsteadOfAsking() {
        STAGE.play("findAnswer", execution -> Stage.found(execution, 0.5, 0.9));
        STAGE.play("askBack", execution -> Variables.CUSTOMER_WROTE.set(execution, true));
        var attempt = STAGE.start(sure());

        STAGE.play("findAnswer", execution -> Stage.found(execution, 0.9, 0));
        STAGE.executeJob("gateway_onceMore");

        assertThat(attempt).hasPassed("serviceTask_understandRequest").isWaitingAt("gateway_reply");
    }

    @Test
    void aGreetingIsAskedWhatItIsAbout() {
        var attempt = STAGE.start(with("smallTalk", "GREETING"));

        assertThat(attempt).isWaitingAt("gateway_question");
    }

    @Test
    void afterThanksTheCustomerCanStillSayThatItHelped() {
        var attempt = answered();
        STAGE.play("understandRequest", execution -> {
            Stage.understood(execution, 0, "OFF", "CALM", false);
            Variables.ROUNDS.set(execution, 1);
            Variables.SMALL_TALK.set(execution, "THANKS");
        });
        STAGE.play("findAnswer", execution -> Stage.found(execution, 0, 0));
        STAGE.happens(CUSTOMER_WROTE);
        STAGE.executeJob("catchEvent_customerAsksOn");
        STAGE.executeJob("gateway_onceMore");

        STAGE.happens(ANSWER_HELPED);
        STAGE.executeJob("catchEvent_answerHelped");

        assertThat(attempt).hasPassed("endEvent_confirmed").isEnded();
    }

    @Test
    void aWishForAPersonEndsTheAttemptWhileAQuestionIsOpen() {
        STAGE.play("findAnswer", execution -> Stage.found(execution, 0.5, 0.9));
        var attempt = asked();

        STAGE.happens(HUMAN_WANTED);
        STAGE.executeJob("startEvent_humanWanted");

        assertThat(attempt).hasPassed("endEvent_botSilent").isEnded();
    }

    private static ProcessInstance asked() {
        var attempt = STAGE.start(sure());
        assertThat(attempt).isWaitingAt("gateway_question");
        assertThat(reason(attempt)).isEqualTo("BETWEEN_TWO");
        return attempt;
    }

    private static ProcessInstance answered() {
        var attempt = STAGE.start(sure());
        assertThat(attempt).isWaitingAt("gateway_reply");
        return attempt;
    }

    private static Map<String, Object> sure() {
        var variables = new HashMap<String, Object>();
        variables.put("language", "en");
        variables.put("topic", "refund-status");
        variables.put("confidence", 0.9);
        variables.put("autonomy", "ANSWER");
        variables.put("mood", "CALM");
        variables.put("wantsHuman", false);
        variables.put("reopened", false);
        variables.put("rounds", 0);
        variables.put("either", 0.0);
        variables.put("smallTalk", "NONE");
        variables.put("smallTalks", 0);
        variables.put("askedBack", false);
        variables.put("failure", null);
        return variables;
    }

    private static Map<String, Object> with(String variable, Object value) {
        var variables = sure();
        variables.put(variable, value);
        return variables;
    }

    private static Object reason(ProcessInstance attempt) {
        return variable(attempt, "reason");
    }

    private static Object variable(ProcessInstance attempt, String name) {
        return historyService()
                .createHistoricVariableInstanceQuery()
                .processInstanceId(attempt.getId())
                .variableName(name)
                .singleResult()
                .getValue();
    }
}
