package io.tandem.models;

import static io.tandem.process.ProcessMessage.CUSTOMER_WROTE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.complete;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.runtimeService;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.task;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.taskService;

import io.tandem.desk.ServiceLevels.ByBot;
import io.tandem.desk.ServiceLevels.Kept;
import io.tandem.desk.TimedDesk;
import io.tandem.process.Variables;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.IdentityLink;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The clocks of the promises, with the real steps and the real table: at priority 60 in the chat a person responds within
 * two open hours (warned half an hour before) and resolves within sixteen (warned four before).
 */
class HumanEscalationClocksTest {

    private static final Stage STAGE = Stage.withoutCoverage("human-escalation", "clocks");
    private static TimedDesk desk;

    private UUID ticket;

    @BeforeAll
    static void furnish(@TempDir Path folder) {
        desk = new TimedDesk(STAGE.engine(), folder);
    }

    @AfterAll
    static void leave() {
        desk.close();
        STAGE.engine().close();
    }

    @BeforeEach
    void open() {
        STAGE.open();
        desk.play(STAGE::play);
        desk.itIs("2026-11-25T09:50");
        ticket = desk.opensTicket();
        STAGE.isAbout(ticket);
        desk.itIs("2026-11-25T10:00");
    }

    @AfterEach
    void close() {
        STAGE.close();
    }

    @Test
    void aPersonsFirstWordsAreTheFirstResponse() {
        var escalation = escalated();
        assertThat(desk.clocks(ticket))
                .containsExactly("FIRST_RESPONSE Wed 10:00 - Wed 12:00 runs", "RESOLUTION Wed 10:00 - Fri 11:00 runs");

        desk.itIs("2026-11-25T12:00");
        replies(escalation, "wait");

        assertThat(desk.clocks(ticket)).first().isEqualTo("FIRST_RESPONSE Wed 10:00 - Wed 12:00 met");
    }

    @Test
    void aSecondTooLateIsMissed() {
        var escalation = escalated();

        desk.itIs("2026-11-25T12:00:01");
        replies(escalation, "wait");

        assertThat(desk.clocks(ticket)).first().isEqualTo("FIRST_RESPONSE Wed 10:00 - Wed 12:00 missed");
    }

    @Test
    void itStartsWithTheWishEvenIfTheProcessComesLater() {
        desk.wantsPerson(ticket);

        desk.itIs("2026-11-25T10:20");
        escalated();

        assertThat(desk.clocks(ticket)).first().isEqualTo("FIRST_RESPONSE Wed 10:00 - Wed 12:00 runs");
    }

    @Test
    void whoAsksOneMinuteBeforeClosingIsAnsweredTheNextMorning() {
        desk.itIs("2026-11-27T16:59");

        escalated();

        assertThat(desk.clocks(ticket)).first().isEqualTo("FIRST_RESPONSE Fri 16:59 - Mon 10:59 runs");
    }

    @Test
    void nothingThatHappensLaterGivesTheFirstResponseMoreTime() {
        var escalation = escalated();

        desk.itIs("2026-11-25T11:00");
        desk.customerWrites(ticket);
        STAGE.happens(CUSTOMER_WROTE);
        desk.agentTakesAndPutsBack(ticket);
        desk.agentNotes(ticket);
        desk.tandemWrites(ticket);
        passesOn(escalation, "leads");
        desk.itIs("2026-11-25T11:40");
        STAGE.fireTimer("boundaryEvent_responseNearlyDue");
        restarted(escalation);

        assertThat(desk.clocks(ticket))
                .containsExactly("FIRST_RESPONSE Wed 10:00 - Wed 12:00 runs", "RESOLUTION Wed 10:00 - Fri 11:00 runs");
        assertThat(desk.due(ticket)).isEqualTo("Wed 12:00");
    }

    @Test
    void aTaskThatIsCompletedWithoutWordsComesBackWithTheSameTime() {
        STAGE.play("sendReply", execution -> Variables.CUSTOMER_WROTE.set(execution, true));
        var escalation = escalated();

        desk.itIs("2026-11-25T11:00");
        completes(escalation, "wait", 0);

        assertThat(desk.clocks(ticket)).first().isEqualTo("FIRST_RESPONSE Wed 10:00 - Wed 12:00 runs");
        assertThat(desk.shown(task(escalation).getDueDate().toInstant())).isEqualTo("Wed 12:00");
    }

    @Test
    void aCustomerWhoRepliesIsAnsweredInATimeOfItsOwn() {
        var escalation = escalated();
        desk.itIs("2026-11-25T10:30");
        replies(escalation, "wait");

        desk.itIs("2026-11-26T16:30");
        customerReplies();

        assertThat(desk.clocks(ticket))
                .containsExactly(
                        "FIRST_RESPONSE Wed 10:00 - Wed 12:00 met",
                        "RESOLUTION Wed 10:00 - Mon 17:00 runs",
                        "NEXT_RESPONSE Thu 16:30 - Fri 10:30 runs");
        assertThat(desk.shown(task(escalation).getDueDate().toInstant())).isEqualTo("Fri 10:30");
    }

    @Test
    void theResolutionWaitsForTheCustomer() {
        var escalation = escalated();
        desk.itIs("2026-11-25T11:00");
        replies(escalation, "wait");
        assertThat(desk.clocks(ticket)).element(1).asString().endsWith("paused");
        assertThat(desk.due(ticket)).isEqualTo("-");

        // One hour is used, fifteen are left.
        desk.itIs("2026-11-30T10:00");
        customerReplies();
        assertThat(desk.clocks(ticket)).element(1).isEqualTo("RESOLUTION Wed 10:00 - Wed 10:00 runs");

        desk.itIs("2026-12-02T10:00");
        replies(escalation, "resolve");
        assertThat(desk.clocks(ticket)).element(1).isEqualTo("RESOLUTION Wed 10:00 - Wed 10:00 met");
        assertThat(desk.due(ticket)).isEqualTo("-");
    }

    @Test
    void whatIsMissedStaysMissedWhoeverIsWaitedFor() {
        var escalation = escalated();
        desk.itIs("2026-11-27T11:00:30");
        replies(escalation, "wait");

        desk.itIs("2026-12-04T10:00");
        customerReplies();
        replies(escalation, "resolve");

        assertThat(desk.clocks(ticket)).element(1).isEqualTo("RESOLUTION Wed 10:00 - Fri 11:00 missed");
    }

    @Test
    void silenceEndsTheClockThatWaited() {
        var escalation = escalated();
        desk.itIs("2026-11-25T11:00");
        replies(escalation, "wait");

        desk.itIs("2026-12-02T11:00");
        STAGE.fireTimer("catchEvent_silence");

        assertThat(desk.clocks(ticket)).allMatch(clock -> clock.endsWith("met"));
    }

    @Test
    void whatIsResolvedWithoutAWordCountsAsNoResponse() {
        var escalation = escalated();

        desk.itIs("2026-11-25T11:00");
        completes(escalation, "resolve", desk.lastPosition(ticket));

        assertThat(desk.clocks(ticket))
                .containsExactly(
                        "FIRST_RESPONSE Wed 10:00 - Wed 12:00 dropped", "RESOLUTION Wed 10:00 - Fri 11:00 met");
    }

    @Test
    void resolvingWithoutAWordHidesNoResponseThatWasMissed() {
        var escalation = escalated();

        desk.itIs("2026-11-25T14:00");
        completes(escalation, "resolve", desk.lastPosition(ticket));

        assertThat(desk.clocks(ticket)).first().asString().endsWith("missed");
    }

    @Test
    void onlyANewHandoverAfterAResolutionStartsNewClocks() {
        var escalation = escalated();
        desk.itIs("2026-11-25T11:00");
        replies(escalation, "resolve");

        desk.itIs("2026-11-26T09:00");
        escalated();

        assertThat(desk.clocks(ticket))
                .containsExactly(
                        "FIRST_RESPONSE Wed 10:00 - Wed 12:00 met",
                        "RESOLUTION Wed 10:00 - Fri 11:00 met",
                        "FIRST_RESPONSE Thu 09:00 - Thu 11:00 runs",
                        "RESOLUTION Thu 09:00 - Mon 10:00 runs");
    }

    @Test
    void agentsAreWarnedOnceAndALeadIsBroughtInForWhoeverHasIt() {
        var escalation = escalated();

        desk.itIs("2026-11-25T11:30");
        STAGE.fireTimer("boundaryEvent_responseNearlyDue");
        assertThat(desk.notes(ticket)).containsExactly("The reply is due soon.");
        assertThat(desk.priority(ticket)).isEqualTo(85);
        assertThat(task(escalation).getPriority()).isEqualTo(85);

        desk.itIs("2026-11-25T12:00");
        STAGE.fireTimer("boundaryEvent_responseDue");
        assertThat(desk.priority(ticket)).isEqualTo(100);
        passesOn(escalation, "agents");
        STAGE.fireTimer("boundaryEvent_responseNearlyDue");
        STAGE.fireTimer("boundaryEvent_responseDue");

        assertThat(desk.notes(ticket))
                .containsExactly("The reply is due soon.", "The reply is overdue. A team lead has been brought in.");
        assertThat(groups(escalation)).contains("agents", "leads");
    }

    @Test
    void theResolutionHasItsOwnWarningAndItsOwnLead() {
        var escalation = escalated();
        desk.itIs("2026-11-25T10:30");
        desk.agentWrites(ticket);

        desk.itIs("2026-11-25T12:00");
        STAGE.fireTimer("boundaryEvent_responseNearlyDue");
        STAGE.fireTimer("boundaryEvent_responseDue");
        assertThat(desk.notes(ticket)).isEmpty();
        desk.itIs("2026-11-26T15:00");
        STAGE.fireTimer("boundaryEvent_resolutionNearlyDue");
        desk.itIs("2026-11-27T11:00");
        STAGE.fireTimer("boundaryEvent_resolutionDue");

        assertThat(desk.notes(ticket))
                .containsExactly(
                        "The resolution is due soon.", "The resolution is overdue. A team lead has been brought in.");
        assertThat(groups(escalation)).contains("leads");
    }

    @Test
    void aTimerThatRingsTooEarlyTellsNobody() {
        escalated();

        STAGE.fireTimer("boundaryEvent_responseNearlyDue");
        STAGE.fireTimer("boundaryEvent_resolutionDue");

        assertThat(desk.notes(ticket)).isEmpty();
        assertThat(desk.priority(ticket)).isEqualTo(60);
    }

    @Test
    void ownersNeedNotPromiseAResolution() {
        STAGE.close();
        STAGE.open(table -> table.replace("\"PT16H\"", ""));
        desk.play(STAGE::play);

        var escalation = escalated();

        assertThat(desk.clocks(ticket)).containsExactly("FIRST_RESPONSE Wed 10:00 - Wed 12:00 runs");
        assertThat(desk.shown(task(escalation).getDueDate().toInstant())).isEqualTo("Wed 12:00");
    }

    @Test
    void figuresTellWhatWasMetAndMissedAndNobodysName() {
        desk.itIs("2030-06-03T10:00");
        ticket = desk.opensTicket();
        STAGE.isAbout(ticket);
        var counted = desk.counted("first_response", "met");
        var escalation = escalated();
        desk.itIs("2030-06-03T11:00");
        replies(escalation, "wait");
        desk.itIs("2030-06-04T10:00");
        customerReplies();
        // Due at noon, and nobody has written yet.
        desk.itIs("2030-06-04T13:30");

        var week = desk.figures("2030-06-03T00:00", "2030-06-10T00:00");

        assertThat(week.firstResponses()).isEqualTo(new Kept(1, 0, 0));
        assertThat(week.nextResponses()).isEqualTo(new Kept(0, 1, 0));
        assertThat(week.resolutions()).isEqualTo(new Kept(0, 0, 0));
        assertThat(week.bot()).isEqualTo(new ByBot(0, 0));
        assertThat(desk.figures("2030-06-10T00:00", "2030-06-17T00:00").firstResponses())
                .isEqualTo(new Kept(0, 0, 0));
        assertThat(desk.counted("first_response", "met") - counted).isEqualTo(1);
    }

    private ProcessInstance escalated() {
        return STAGE.start(Map.of("reason", "WANTS_HUMAN", "skill", "agents", "priority", 60, "language", "en"));
    }

    private void replies(ProcessInstance escalation, String action) {
        desk.agentWrites(ticket);
        completes(escalation, action, desk.lastPosition(ticket));
    }

    private static void completes(ProcessInstance escalation, String action, int seen) {
        var decided = new HashMap<String, Object>();
        decided.put(Variables.ACTION.name(), action);
        decided.put(Variables.AGENT.name(), "anna");
        decided.put(Variables.SEEN.name(), seen);
        complete(task(escalation), decided);
        STAGE.executeJob("serviceTask_sendReply");
    }

    private static void passesOn(ProcessInstance escalation, String group) {
        var decided = new HashMap<String, Object>();
        decided.put(Variables.ACTION.name(), "passOn");
        decided.put(Variables.AGENT.name(), null);
        decided.put(Variables.SKILL.name(), group);
        complete(task(escalation), decided);
    }

    private void customerReplies() {
        desk.customerWrites(ticket);
        STAGE.happens(CUSTOMER_WROTE);
        STAGE.executeJob("catchEvent_customerReplies");
    }

    /** What the safety net does with a process that is stuck. */
    private void restarted(ProcessInstance escalation) {
        runtimeService().deleteProcessInstance(escalation.getId(), "stuck");
        escalated();
    }

    private static List<String> groups(ProcessInstance escalation) {
        return taskService().getIdentityLinksForTask(task(escalation).getId()).stream()
                .map(IdentityLink::getGroupId)
                .toList();
    }
}
