package io.tandem.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.tandem.process.AgentTask.Action;
import io.tandem.process.AgentTasks;
import io.tandem.process.Transactions;
import io.tandem.story.AgentAtDesk;
import io.tandem.story.TandemRuns;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Nora helped Karla. Karla is back, and Nora and Nils know about the matter. */
@TandemRuns
class ReturningCustomerTest {

    /** More urgent than what other stories have left in the agents' queue. */
    private static final int URGENT = 99;

    private static final AtomicInteger STORIES = new AtomicInteger();

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
    private UUID karla;
    private String nora;
    private String nils;
    private String nails;

    @BeforeEach
    void noraHasHelpedKarla() {
        var story = STORIES.incrementAndGet();
        nora = "nora" + story;
        nils = "nils" + story;
        nails = "nails" + story;
        room = new WaitingRoom(tandem);
        room.employs(nora, "agents", nails);
        room.employs(nils, "agents", nails);
        karla = room.customer();
        room.receives(karla, nails, "en", URGENT);
        tasks.complete(next.give(nora).taken().orElseThrow().task().id(), nora, Action.WAIT, 0);
        isSeen(nora, Instant.now());
    }

    private void isSeen(String agent, Instant at) {
        sql.sql("update seat set last_seen = ? where agent = ?")
                .param(Timestamp.from(at))
                .param(agent)
                .update();
    }

    @Test
    void theTicketIsKeptForTheOneWhoKnowsTheCustomer() {
        var back = room.receives(karla, nails, "en", URGENT);

        assertThat(room.sees(back).route().queue()).isEqualTo("@" + nora);
        assertThat(at(nora).findsAmongGroups(back)).isTrue();
        assertThat(at(nils).findsAmongGroups(back)).isFalse();
        assertThat(given(nils)).isNotEqualTo(Optional.of(back));
        assertThat(given(nora)).contains(back);
    }

    @Test
    void asUrgentAsAnotherItComesFirstAndTheMoreUrgentComesBeforeIt() {
        var other = room.receives(nails, "en", URGENT);
        var back = room.receives(karla, nails, "en", URGENT);
        var urgent = room.receives(nails, "en", URGENT + 1);

        assertThat(given(nora)).contains(urgent);
        assertThat(given(nora)).contains(back);
        assertThat(given(nora)).contains(other);
    }

    @Test
    void afterAWhileAllSeeIt() {
        var back = room.receives(karla, nails, "en", URGENT);
        sql.sql("update ticket set kept_until = ? where id = ?")
                .param(Timestamp.from(Instant.now()))
                .param(back)
                .update();

        watch.look();

        assertThat(room.sees(back).route().queue()).isEqualTo(nails + ".en");
        assertThat(at(nils).findsAmongGroups(back)).isTrue();
        assertThat(given(nils)).contains(back);
    }

    @Test
    void whenItIsGivenBackItIsGivenToAll() {
        var back = room.receives(karla, nails, "en", URGENT);
        var task = next.give(nora).taken().orElseThrow().task().id();

        engine.setAssignee(task, null);

        assertThat(room.sees(back).route().queue()).isEqualTo(nails + ".en");
        assertThat(given(nils)).contains(back);
    }

    @Test
    void itIsNotKeptForSomebodyWhoIsNotThere() {
        isSeen(nora, Instant.now().minusSeconds(3600));

        var back = room.receives(karla, nails, "en", URGENT);

        assertThat(room.sees(back).route().queue()).isEqualTo(nails + ".en");
    }

    @Test
    void whoeverSaysTheyAreAwayKeepsNobodyWaiting() {
        var back = room.receives(karla, nails, "en", URGENT);

        var away = at(nora).send("PUT", "/api/desk/me/away", "{\"away\": true}");

        assertThat(away.body().path("away").asBoolean()).isTrue();
        assertThat(room.sees(back).route().queue()).isEqualTo(nails + ".en");
        var later = room.receives(karla, nails, "en", URGENT);
        assertThat(room.sees(later).route().queue()).isEqualTo(nails + ".en");
    }

    @Test
    void itIsNotKeptForSomebodyWhoHasEnoughToDo() {
        transactions.inOne(() -> seats.limit(nora, 1));
        var first = room.receives(karla, nails, "en", URGENT);
        var second = room.receives(karla, nails, "en", URGENT);

        assertThat(room.sees(first).route().queue()).isEqualTo("@" + nora);
        assertThat(room.sees(second).route().queue()).isEqualTo(nails + ".en");
    }

    @Test
    void itIsNotKeptForSomebodyWhoDoesNotKnowTheMatter() {
        room.employs("nina", "nuts");

        var back = room.receives(karla, "nuts", "en", URGENT);

        assertThat(room.sees(back).route().queue()).isEqualTo("nuts.en");
    }

    private Optional<UUID> given(String agent) {
        return next.give(agent).taken().map(taken -> taken.ticket().id());
    }

    private AgentAtDesk at(String agent) {
        return AgentAtDesk.signsIn(port, agent);
    }
}
