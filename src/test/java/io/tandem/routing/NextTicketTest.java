package io.tandem.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.tandem.process.AgentTask.Action;
import io.tandem.process.AgentTasks;
import io.tandem.process.Transactions;
import io.tandem.routing.NextTicket.Outcome;
import io.tandem.story.AgentAtDesk;
import io.tandem.story.TandemRuns;
import io.tandem.ticket.Ticket;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who sees which ticket, who is given which one, and who is asked first. */
@TandemRuns
class NextTicketTest {

    /** More urgent than what other stories have left in the agents' queue. */
    private static final int URGENT = 99;

    @Autowired
    private ApplicationContext tandem;

    @Autowired
    private NextTicket next;

    @Autowired
    private QueueWatch watch;

    @Autowired
    private Seats seats;

    @Autowired
    private AgentTasks tasks;

    @Autowired
    private TaskService engine;

    @Autowired
    private Transactions transactions;

    @Autowired
    private JdbcClient sql;

    @LocalServerPort
    private int port;

    private WaitingRoom room;

    @BeforeEach
    void opens() {
        room = new WaitingRoom(tandem);
    }

    @Test
    void fiftyAgentsAskAtOnceAndEachHasATicketOfTheirOwn() throws Exception {
        new Rush(tandem).isFairTo(50);
    }

    @Test
    void theMostUrgentTicketThatFitsComesFirst() {
        room.employsFor("rita", "roofs", "lang-de");
        var calm = room.receives("roofs", "de", 50);
        var waitsLonger = room.receives("roofs", "de", 60);
        var waits = room.receives("roofs", "de", 60);
        var isDue = room.receives("roofs", "de", 60);
        room.receives("roofs", "en", 90);
        due(isDue, Instant.now().plusSeconds(600));
        sql.sql("update ticket set due_at = null where id in (?, ?)")
                .param(waits)
                .param(waitsLonger)
                .update();

        assertThat(gives("rita")).isEqualTo(isDue);
        assertThat(gives("rita")).isEqualTo(waitsLonger);
        assertThat(gives("rita")).isEqualTo(waits);
        assertThat(gives("rita")).isEqualTo(calm);
        assertThat(next.give("rita").outcome()).isEqualTo(Outcome.NONE);
        assertThat(tasks.openOn(calm).orElseThrow().isOf("rita")).isTrue();
        assertThat(room.sees(calm).holder()).isEqualTo(Ticket.Holder.AGENT);
    }

    private void due(UUID ticket, Instant at) {
        sql.sql("update ticket set due_at = ? where id = ?")
                .param(Timestamp.from(at))
                .param(ticket)
                .update();
    }

    private UUID gives(String agent) {
        return next.give(agent).taken().orElseThrow().ticket().id();
    }

    @Test
    void nobodyIsGivenMoreThanTheirOwnLimit() {
        room.employs("lars", "agents", "lamps");
        room.receives("lamps", "en", URGENT);
        var second = room.receives("lamps", "en", URGENT);
        transactions.inOne(() -> seats.limit("lars", 1));

        var first = next.give("lars");
        var full = next.give("lars");
        assertThat(full.outcome()).isEqualTo(Outcome.AT_LIMIT);
        assertThat(full.limit()).isEqualTo(1);

        tasks.complete(first.taken().orElseThrow().task().id(), "lars", Action.WAIT, 0);
        assertThat(gives("lars"))
                .as("a ticket in which the customer is to reply does not count")
                .isEqualTo(second);
    }

    @Test
    void onlyThoseSeeATicketWhoHaveTheSkillAndTheLanguage() {
        room.employs("dora", "agents", "doors", "lang-de");
        room.employs("emil", "agents", "doors", "lang-en");
        room.employs("gina", "agents", "lang-de");

        var german = room.receives("doors", "de", 50);

        assertThat(room.sees(german).route().skill()).isEqualTo("doors");
        assertThat(candidates(german)).containsExactly("doors.de");
        assertThat(at("dora").findsAmongGroups(german)).isTrue();
        assertThat(at("emil").findsAmongGroups(german)).isFalse();
        assertThat(at("gina").findsAmongGroups(german)).isFalse();
        assertThat(at("lea").find(german)).as("leads always can").isPresent();
    }

    @Test
    void passingOnChangesTheSkillAndWhoSeesIt() {
        room.employs("fred", "agents", "floors");
        room.employs("gus", "agents", "gates");
        var ticket = room.receives("floors", "en", URGENT);

        var task = next.give("fred").taken().orElseThrow().task();
        var passed = at("fred").passesOn(task.id(), Map.of("group", "gates"), "It is about a gate");

        assertThat(passed.status()).isEqualTo(200);
        assertThat(room.sees(ticket).route().skill()).isEqualTo("gates");
        assertThat(candidates(ticket)).containsExactly("gates.en");
        assertThat(gives("gus")).isEqualTo(ticket);
    }

    @Test
    void aTicketIsNeverWhereNobodySeesIt() {
        room.employs("hugo", "hats", "lang-en");
        var ticket = room.receives("hats", "de", 50);
        assertThat(candidates(ticket)).as("nobody speaks German about hats").containsExactly("agents.de");

        room.employs("hanna", "hats");
        watch.look();
        assertThat(candidates(ticket)).containsExactly("hats.de");
        assertThat(room.sees(ticket).route().queue()).isEqualTo("hats.de");

        room.employs("hanna", "agents");
        watch.look();
        assertThat(candidates(ticket)).containsExactly("agents.de");
        assertThat(room.sees(ticket).route().skill()).isEqualTo("hats");
    }

    private Iterable<String> candidates(UUID ticket) {
        var task = tasks.openOn(ticket).orElseThrow().id();
        return engine.getIdentityLinksForTask(task).stream()
                .filter(link -> link.getType().equals("candidate"))
                .map(IdentityLink::getGroupId)
                .toList();
    }

    private AgentAtDesk at(String agent) {
        return AgentAtDesk.signsIn(port, agent);
    }
}
