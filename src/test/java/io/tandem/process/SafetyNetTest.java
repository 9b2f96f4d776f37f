package io.tandem.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tandem.story.AgentAtDesk;
import io.tandem.story.CustomerInChat;
import io.tandem.story.TandemRuns;
import java.time.Duration;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstanceQuery;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
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

    private boolean isOn(CustomerInChat karla, String process) {
        var instance =
                runtime.createProcessInstanceQuery().processInstanceId(process).singleResult();
        return instance != null && karla.ticket().toString().equals(instance.getBusinessKey());
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
