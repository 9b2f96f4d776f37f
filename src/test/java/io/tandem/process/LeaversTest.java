package io.tandem.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tandem.process.Accounts.Account;
import io.tandem.process.AgentTask.Kind;
import io.tandem.story.AgentAtDesk;
import io.tandem.story.CustomerInChat;
import io.tandem.story.TandemRuns;
import io.tandem.ticket.Ticket.Holder;
import io.tandem.ticket.Tickets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Whoever leaves does not take their customers with them. */
@TandemRuns
class LeaversTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String LEFT = "Zoe works on no tickets any more";

    @LocalServerPort
    private int port;

    @Autowired
    private LeftTasks left;

    @Autowired
    private AgentTasks tasks;

    @Autowired
    private ColleagueTasks colleagues;

    @Autowired
    private Tickets tickets;

    @Autowired
    private Accounts accounts;

    @Autowired
    private IdentityService identity;

    private CustomerInChat karla;
    private AgentAtDesk anna;
    private AgentAtDesk zoe;
    private String task;

    @BeforeEach
    void zoeWorksHere() {
        accounts.save(new Account("zoe", "Zoe", Set.of(Staff.AGENTS), true), "tandem");
        karla = CustomerInChat.writes(port, "en", "human please");
        anna = AgentAtDesk.signsIn(port, "anna");
        zoe = AgentAtDesk.signsIn(port, "zoe");
        task = openTask();
    }

    @AfterEach
    void zoeIsGone() {
        identity.deleteUser("zoe");
    }

    @Test
    void aCustomerWhoWritesAgainReachesSomebodyAlthoughTheirAgentsAccountIsDeleted() {
        assertThat(zoe.replies(task, "Which order?", "wait").status()).isEqualTo(200);
        zoeRestsItsCase();
        identity.deleteUser("zoe");
        assertThat(karla.status().path("agent").isNull()).isTrue();
        assertThat(karla.status().path("text").asText()).startsWith("A person from our team");

        karla.writes("Order 4711");

        isBackInTheQueue();
        assertThat(notes(anna, openTask())).anyMatch(note -> note.startsWith("zoe works on no tickets any more"));
        assertThat(anna.replies(openTask(), "Here I am", "resolve").status()).isEqualTo(200);
        karla.isAskedForARating();
    }

    @Test
    void aCustomerWhoWritesAgainReachesSomebodyAlthoughTheirAgentIsInNoGroupAnyMore() {
        assertThat(zoe.replies(task, "Which order?", "wait").status()).isEqualTo(200);
        zoeRestsItsCase();
        leavesAllGroupsBut();

        karla.writes("Order 4711");

        isBackInTheQueue();
        assertThat(notes(anna, openTask())).anyMatch(note -> note.startsWith(LEFT));
    }

    @Test
    void whatSomebodyHadOnTheirDeskComesBackByItself() {
        zoe.claimsInTasklist(task, "zoe");
        karla.sees("AGENT");
        // Speaking English is no place at the desk.
        leavesAllGroupsBut("lang-en");

        left.look();
        left.look();

        isBackInTheQueue();
        assertThat(openTask()).isEqualTo(task);
        assertThat(tickets.get(karla.ticket()).dueAt()).isPresent();
        assertThat(notes(anna, task)).anyMatch(note -> note.startsWith(LEFT));
        assertThat(anna.replies(task, "Here I am", "resolve").status()).isEqualTo(200);
    }

    @Test
    void whoOnlyChangesGroupsKeepsTheirTickets() {
        zoe.claimsInTasklist(task, "zoe");
        karla.sees("AGENT");
        leavesAllGroupsBut();
        left.look();
        leavesAllGroupsBut(Staff.LEADS);

        left.look();
        left.look();

        assertThat(tasks.get(task).holder()).contains("zoe");
        assertThat(karla.status().path("agent").asText()).isEqualTo("Zoe");
    }

    @Test
    void aQuestionToWhoHasLeftIsAnsweredByTheOthers() {
        asks(anna, "zoe");
        var question = colleagues.openOn(karla.ticket()).get(0).task();
        leavesAllGroupsBut();

        left.look();
        left.look();

        assertThat(colleagues.openOn(karla.ticket()))
                .singleElement()
                .satisfies(asked -> assertThat(asked.person()).isNull());
        var ben = AgentAtDesk.signsIn(port, "ben");
        assertThat(ben.act("POST", question, "/answer", Map.of("text", "We may"))
                        .status())
                .isLessThan(300);
        await().atMost(PATIENCE)
                .until(() -> colleagues.openOn(karla.ticket()).stream()
                        .anyMatch(asked -> asked.kind() == Kind.OUTCOME && "anna".equals(asked.asker())));
    }

    @Test
    void anAnswerToWhoHasLeftIsReadByTheOthers() {
        asks(zoe, "ben");
        var question = colleagues.openOn(karla.ticket()).get(0).task();
        leavesAllGroupsBut();
        var ben = AgentAtDesk.signsIn(port, "ben");

        assertThat(ben.act("POST", question, "/answer", Map.of("text", "We may"))
                        .status())
                .isLessThan(300);

        var answer = colleagues.openOn(karla.ticket()).get(0);
        assertThat(answer.kind()).isEqualTo(Kind.OUTCOME);
        assertThat(anna.act("GET", answer.task(), "/together", null)
                        .body()
                        .at("/answer/text")
                        .asText())
                .isEqualTo("We may");
        assertThat(anna.act("PUT", answer.task(), "/outcomes", null).status()).isLessThan(300);
        assertThat(colleagues.openOn(karla.ticket())).isEmpty();
    }

    private void asks(AgentAtDesk agent, String colleague) {
        var asked = agent.act("POST", task, "/questions", Map.of("to", Map.of("user", colleague), "text", "May we?"));
        assertThat(asked.status()).isLessThan(300);
    }

    /** The reply is out, and the process waits for the customer. */
    private void zoeRestsItsCase() {
        await().atMost(PATIENCE)
                .until(() -> tasks.openOn(karla.ticket()).isEmpty()
                        && tickets.get(karla.ticket()).dueAt().isEmpty());
    }

    private void leavesAllGroupsBut(String... groups) {
        accounts.save(new Account("zoe", "Zoe", Set.of(groups), true), "tandem");
    }

    private void isBackInTheQueue() {
        await().atMost(PATIENCE)
                .until(() -> tasks.openOn(karla.ticket())
                        .filter(open -> open.holder().isEmpty())
                        .isPresent());
        var ticket = tickets.get(karla.ticket());
        assertThat(ticket.holder()).isEqualTo(Holder.QUEUE);
        assertThat(ticket.agent()).isEmpty();
        assertThat(ticket.route().queue()).isEqualTo("agents.en");
        assertThat(anna.findsAmongGroups(karla.ticket())).isTrue();
    }

    private String openTask() {
        return await().atMost(PATIENCE)
                .until(() -> tasks.openOn(karla.ticket()), Optional::isPresent)
                .orElseThrow()
                .id();
    }

    private static List<String> notes(AgentAtDesk agent, String task) {
        return StreamSupport.stream(agent.opens(task).path("messages").spliterator(), false)
                .filter(message -> message.path("internal").asBoolean())
                .map(message -> message.path("text").asText())
                .toList();
    }
}
