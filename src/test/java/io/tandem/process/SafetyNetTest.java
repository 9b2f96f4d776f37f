package io.tandem.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.tandem.channel.Conversation;
import io.tandem.channel.InboundMessage;
import io.tandem.channel.Inbox;
import io.tandem.channel.web.CustomersKeys;
import io.tandem.story.AgentAtDesk;
import io.tandem.story.CustomerInChat;
import io.tandem.story.TandemRuns;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstanceQuery;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whatever goes wrong, a person comes. */
@TandemRuns
class SafetyNetTest {

    @LocalServerPort
    private int port;

    @Autowired
    private SafetyNet net;

    @Autowired
    private AgentTasks tasks;

    @Autowired
    private ColleagueTasks colleagues;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private ManagementService management;

    @Autowired
    private JdbcClient sql;

    @Autowired
    private Inbox inbox;

    @Autowired
    private Transactions transactions;

    @Autowired
    private ApplicationContext tandem;

    @Test
    void aTicketWhoseProcessWasDeletedComesBackToAPerson() {
        var karla = CustomerInChat.writes(port, "en", "human please");
        var anna = AgentAtDesk.signsIn(port, "anna");
        anna.taskOf(karla.ticket());
        untilOnlyPeopleAreWaitedFor(karla);
        processesOf(karla)
                .rootProcessInstances()
                .list()
                .forEach(process -> runtime.deleteProcessInstance(process.getId(), "by mistake"));
        assertThat(anna.find(karla.ticket())).isEmpty();
        sql.sql("update ticket set waiting_since = opened_at - interval '1' hour where id = ?")
                .param(karla.ticket())
                .update();

        net.look();

        var task = anna.taskOf(karla.ticket());
        assertThat(anna.opens(task).path("brief").path("matter").asText()).isEqualTo("human please");
        assertThat(anna.replies(task, "Here I am", "resolve").status()).isEqualTo(200);
        karla.isAskedForARating();
    }

    /** A step that runs beside the person's task would collide with whoever deletes the process. */
    private void untilOnlyPeopleAreWaitedFor(CustomerInChat karla) {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> processesOf(karla).list().stream()
                        .noneMatch(process -> management
                                        .createJobQuery()
                                        .processInstanceId(process.getId())
                                        .messages()
                                        .count()
                                > 0));
    }

    private ProcessInstanceQuery processesOf(CustomerInChat karla) {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(karla.ticket().toString());
    }

    @Test
    void aQuestionToAColleagueDoesNotHideThatNobodyHasTheTicket() {
        var karla = CustomerInChat.writes(port, "en", "human please");
        var anna = AgentAtDesk.signsIn(port, "anna");
        var first = anna.taskOf(karla.ticket());
        anna.notes(first, "@ben, look");
        runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(karla.ticket().toString())
                .processDefinitionKey("ticket")
                .list()
                .forEach(process -> runtime.deleteProcessInstance(process.getId(), "by mistake"));
        sql.sql("update ticket set waiting_since = opened_at - interval '1' hour where id = ?")
                .param(karla.ticket())
                .update();

        net.look();

        var task = tasks.openOn(karla.ticket()).orElseThrow();
        assertThat(task.id()).isNotEqualTo(first);
        assertThat(colleagues.openOn(karla.ticket())).hasSize(1);
    }

    @Test
    void aTicketWhoseStepKeepsFailingGoesToAPerson() {
        var karla = CustomerInChat.writes(port, "en", "When do I get my refund?");
        karla.hears("bot");
        var silence = await().atMost(Duration.ofSeconds(60))
                .until(
                        () -> management.createJobQuery().timers().activityId("catchEvent_silence").list().stream()
                                .filter(job -> isOn(karla, job.getProcessInstanceId()))
                                .toList(),
                        jobs -> jobs.size() == 1);
        management.setJobRetries(silence.get(0).getId(), 0);

        net.look();

        karla.sees("QUEUE");
        var anna = AgentAtDesk.signsIn(port, "anna");
        anna.replies(anna.taskOf(karla.ticket()), "Here I am", "resolve");
        karla.isAskedForARating();
    }

    @Test
    void whoIsAloneWithAFailingStepGetsAPersonBeforeTheStepIsTriedForTheLastTime() {
        var karla = writesAndTheStepBreaks();
        var step = fails(karla, 3);

        net.look();

        karla.sees("QUEUE");
        var anna = AgentAtDesk.signsIn(port, "anna");
        var task = anna.taskOf(karla.ticket());
        assertThat(anna.opens(task).path("brief").path("matter").asText()).contains("refund");
        assertThat(management.createJobQuery().jobId(step).count()).isZero();
        assertThat(karla.messages())
                .extracting(message -> message.path("author").asText())
                .doesNotContain("bot");
    }

    @Test
    void aStepThatIsTriedAgainInAMomentGoesOnByItself() {
        var karla = writesAndTheStepBreaks();
        var step = fails(karla, 1);

        net.look();

        assertThat(karla.holder()).isEqualTo("BOT");
        isMended(step);
        karla.hears("bot");
    }

    @Test
    void whoAsksForAPersonWhileAStepFailsReachesOneAtOnce() {
        var karla = writesAndTheStepBreaks();
        fails(karla, 1);

        karla.asksForAPerson();

        assertThat(tasks.openOn(karla.ticket())).isPresent();
        karla.hears("system", said -> said.path("text").asText().startsWith("Of course. The bot is silent"));
    }

    /** Her words are in the record; what the first step is to go on with is wrong. */
    private CustomerInChat writesAndTheStepBreaks() {
        var ticket = transactions.inOne(() -> {
            var words = inbox.receive(
                    new InboundMessage("web", Conversation.fresh(), null, "When do I get my refund?", "Karla", "en"));
            sql.sql("update act_ru_job set handler_cfg_ = ?, duedate_ = ? where root_proc_inst_id_ in"
                            + " (select id_ from act_ru_execution where business_key_ = ?)")
                    .params(
                            "transition-notify-listener-take$nowhere",
                            inAnHour(),
                            words.ticket().toString())
                    .update();
            return words.ticket();
        });
        return CustomerInChat.returns(port, ticket, new CustomersKeys(tandem).to(ticket));
    }

    /** The engine's own pauses between tries, without the waiting. */
    private String fails(CustomerInChat karla, int times) {
        var process = processesOf(karla).rootProcessInstances().singleResult().getId();
        var step = management
                .createJobQuery()
                .processInstanceId(process)
                .singleResult()
                .getId();
        for (int i = 0; i < times; i++) {
            assertThatThrownBy(() -> management.executeJob(step)).isInstanceOf(NullPointerException.class);
        }
        return step;
    }

    private void isMended(String step) {
        sql.sql("update act_ru_job set handler_cfg_ = ? where id_ = ?")
                .params("transition-notify-listener-take$flow_ticketOpened_to_newWords", step)
                .update();
    }

    private static Timestamp inAnHour() {
        return Timestamp.from(Instant.now().plus(Duration.ofHours(1)));
    }

    private boolean isOn(CustomerInChat karla, String process) {
        var instance =
                runtime.createProcessInstanceQuery().processInstanceId(process).singleResult();
        return instance != null && karla.ticket().toString().equals(instance.getBusinessKey());
    }

    @Test
    void aTicketWhoseStepFailsAfterItsAgentsWordComesBackToAPerson() {
        var karla = CustomerInChat.writes(port, "en", "human please");
        var anna = AgentAtDesk.signsIn(port, "anna");
        var first = anna.taskOf(karla.ticket());
        anna.replies(first, "Which order?", "wait");
        management.setJobRetries(silenceAfterAgent(karla), 0);

        net.look();

        var task = tasks.openOn(karla.ticket()).orElseThrow();
        assertThat(task.id()).isNotEqualTo(first);
        assertThat(task.holder()).contains("anna");
        anna.replies(task.id(), "Here I am", "resolve");
        karla.isAskedForARating();
    }

    /** The wait for her reply, which ends at the latest then. */
    private String silenceAfterAgent(CustomerInChat karla) {
        return await().atMost(Duration.ofSeconds(60))
                .until(
                        () -> management.createJobQuery().timers().activityId("catchEvent_silence").list().stream()
                                .filter(job -> isOn(karla, job.getProcessInstanceId()))
                                .toList(),
                        jobs -> jobs.size() == 1)
                .get(0)
                .getId();
    }

    @Test
    void whoIsServedIsLeftAlone() {
        var karla = CustomerInChat.writes(port, "en", "human please");
        var anna = AgentAtDesk.signsIn(port, "anna");
        var task = anna.taskOf(karla.ticket());

        net.look();

        assertThat(anna.taskOf(karla.ticket())).isEqualTo(task);
    }
}
