package io.tandem.models;

import static io.tandem.process.ProcessMessage.CUSTOMER_WROTE;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HumanEscalationModelTest {

    private static final Stage STAGE = new Stage("human-escalation");

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
    void theTicketWaitsForTheGroupThatKnowsTheTopic() {
        var escalation = escalated();

        assertThat(escalation).isWaitingAt("userTask_help");
        assertThat(task(escalation)).hasCandidateGroup("payments").isNotAssigned();
        org.assertj.core.api.Assertions.assertThat(task(escalation).getPriority())
                .isEqualTo(60);
        org.assertj.core.api.Assertions.assertThat(task(escalation).getDueDate())
                .isInTheFuture();
    }

    @Test
    void theAgentHasTheTicketEvenIfTheCustomerCannotBeTold() {
        var escalation = escalated();

        // The message to the customer has not gone out yet, and the agent can work already.
        assertThat(escalation).isWaitingAt("serviceTask_tellCustomer", "serviceTask_findSuggestions", "userTask_help");
    }

    @Test
    void theAgentRepliesAndResolves() {
        var escalation = toldAndEscalated();

        complete(task(escalation), decided("resolve"));
        STAGE.executeJob("serviceTask_sendReply");

        assertThat(escalation)
                .hasPassed(
                        "serviceTask_sendReply",
                        "serviceTask_recordResolved",
                        "serviceTask_stopResolved",
                        "endEvent_resolved")
                .isEnded();
    }

    /** Else a customer who writes again meets nobody until the last branch has ended. */
    @Test
    void aResolvedEscalationIsOverEvenIfTheCustomerCouldNotBeTold() {
        var escalation = escalated();

        complete(task(escalation), decided("resolve"));
        STAGE.executeJob("serviceTask_sendReply");

        assertThat(escalation).hasPassed("endEvent_resolved").isEnded();
    }

    @Test
    void theAgentAsksBackAndTheCustomersReplyComesToTheSameAgent() {
        var escalation = toldAndEscalated();

        complete(task(escalation), decided("wait"));
        STAGE.executeJob("serviceTask_sendReply");
        assertThat(escalation).isWaitingAt("gateway_reply");
        STAGE.happens(CUSTOMER_WROTE);
        STAGE.executeJob("catchEvent_customerReplies");

        assertThat(task(escalation)).isAssignedTo("anna");
    }

    @Test
    void aWeekOfSilenceEndsTheWaitUnconfirmed() {
        var escalation = toldAndEscalated();

        complete(task(escalation), decided("wait"));
        STAGE.executeJob("serviceTask_sendReply");
        STAGE.fireTimer("catchEvent_silence");

        assertThat(escalation)
                .hasPassed("serviceTask_recordUnconfirmed", "serviceTask_stopUnconfirmed", "endEvent_unconfirmed")
                .isEnded();
    }

    @Test
    void aCustomerWhoWritesWhileTheReplyGoesOutIsHeardBeforeTheTicketIsResolved() {
        STAGE.play("sendReply", execution -> Variables.CUSTOMER_WROTE.set(execution, true));
        var escalation = toldAndEscalated();

        complete(task(escalation), decided("resolve"));
        STAGE.executeJob("serviceTask_sendReply");

        assertThat(escalation).isWaitingAt("userTask_help").hasNotPassed("endEvent_resolved");
        assertThat(task(escalation)).isAssignedTo("anna");
    }

    @Test
    void theAgentPassesTheTicketOnToAnotherGroup() {
        var escalation = toldAndEscalated();

        var decided = decided("passOn");
        decided.put(Variables.AGENT.name(), null);
        decided.put(Variables.SKILL.name(), "leads");
        complete(task(escalation), decided);

        assertThat(task(escalation)).hasCandidateGroup("leads").isNotAssigned();
    }

    @ParameterizedTest
    @ValueSource(strings = {"response", "resolution"})
    void agentsAreWarnedAndThenALeadIsBroughtIn(String clock) {
        var escalation = toldAndEscalated();

        STAGE.fireTimer("boundaryEvent_" + clock + "NearlyDue");
        STAGE.fireTimer("boundaryEvent_" + clock + "Due");

        assertThat(escalation)
                .hasPassed(
                        "serviceTask_warnAgents",
                        "endEvent_warned",
                        "serviceTask_bringInLead",
                        "endEvent_leadBroughtIn")
                .isWaitingAt("userTask_help");
    }

    @Test
    void theClockStandsStillWhileTheCustomersReplyIsAwaited() {
        var escalation = toldAndEscalated();

        complete(task(escalation), decided("wait"));
        STAGE.executeJob("serviceTask_sendReply");

        assertThat(escalation).hasPassed("serviceTask_pauseClock").hasNotPassed("serviceTask_stopResolved");
    }

    /** The times stand at the task; whoever gets the ticket next has no more time than the one before. */
    @Test
    void passingOnStartsNoClock() {
        var escalation = toldAndEscalated();
        var due = task(escalation).getDueDate();
        STAGE.play("startClock", execution -> {
            throw new AssertionError("The clock was started anew");
        });

        complete(task(escalation), decided("passOn"));

        org.assertj.core.api.Assertions.assertThat(task(escalation).getDueDate())
                .isEqualTo(due);
    }

    private static ProcessInstance toldAndEscalated() {
        var escalation = escalated();
        STAGE.executeJob("serviceTask_tellCustomer");
        STAGE.executeJob("serviceTask_findSuggestions");
        return escalation;
    }

    private static ProcessInstance escalated() {
        return STAGE.start(Map.of("reason", "NOT_SURE", "skill", "payments", "priority", 60, "language", "en"));
    }

    private static Map<String, Object> decided(String action) {
        var decided = new HashMap<String, Object>();
        decided.put(Variables.ACTION.name(), action);
        decided.put(Variables.AGENT.name(), "anna");
        return decided;
    }
}
