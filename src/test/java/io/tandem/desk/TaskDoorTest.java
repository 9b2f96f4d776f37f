package io.tandem.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tandem.process.Accounts;
import io.tandem.process.Accounts.Account;
import io.tandem.process.AgentTasks;
import io.tandem.process.Staff;
import io.tandem.story.AgentAtDesk;
import io.tandem.story.CustomerInChat;
import io.tandem.story.TandemRuns;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Whoever knows the id of a task does not see its ticket for that alone. */
@TandemRuns
class TaskDoorTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @LocalServerPort
    private int port;

    @Autowired
    private AgentTasks tasks;

    @Autowired
    private Accounts accounts;

    private CustomerInChat karla;
    private AgentAtDesk anna;
    private AgentAtDesk gerd;
    private String task;

    /** Gerd speaks German only: an English ticket is none of his. */
    @BeforeEach
    void anEnglishTicketOfAnnas() {
        accounts.save(new Account("gerd", "Gerd", Set.of(Staff.AGENTS, "lang-de"), true), "tandem");
        karla = CustomerInChat.writes(port, "en", "human please");
        anna = AgentAtDesk.signsIn(port, "anna");
        gerd = AgentAtDesk.signsIn(port, "gerd");
        task = await().atMost(PATIENCE)
                .until(() -> tasks.openOn(karla.ticket()), Optional::isPresent)
                .orElseThrow()
                .id();
        anna.claimsInTasklist(task, "anna");
        karla.sees("AGENT");
    }

    @ParameterizedTest
    @CsvSource({
        "GET,''",
        "GET, /together",
        "GET, /events",
        "GET, /blocks",
        "GET, /offers",
        "GET, /attachments/60f8291e-1f5c-4070-9469-aa3623ff4788",
        "GET, /tickets/1",
        "PUT, /presence",
        "PUT, /draft",
        "PUT, /outcomes",
        "PUT, /links/1",
        "DELETE, /links/1",
        "PUT, /merged/1",
        "POST, /reply",
        "POST, /note",
        "POST, /pass",
        "POST, /questions",
        "POST, /answer",
        "POST, /splits",
        "PUT, /offers/draft"
    })
    void forAnybodyElseThereIsNoSuchTask(String method, String path) {
        var body = Map.of(
                "text", "hello", "action", "wait", "page", "p", "state", "reading", "to", Map.of("user", "gerd"));

        var refused = gerd.act(method, task, path, method.equals("GET") ? null : body);

        assertThat(refused.status()).isEqualTo(404);
        assertThat(refused.body().path("title").asText()).isEqualTo("Unknown task");
        assertThat(refused.raw().body()).doesNotContain("human please").doesNotContain("Anna");
    }

    @Test
    void whoIsAskedSeesItAndWhoIsNotDoesNot() {
        assertThat(anna.act("POST", task, "/questions", Map.of("to", Map.of("user", "gerd"), "text", "Do you know?"))
                        .status())
                .isEqualTo(201);
        accounts.save(new Account("gesa", "Gesa", Set.of(Staff.AGENTS, "lang-de"), true), "tandem");
        var gesa = AgentAtDesk.signsIn(port, "gesa");

        assertThat(gerd.act("GET", task, "/together", null).status()).isEqualTo(200);
        assertThat(gesa.act("GET", task, "/together", null).status()).isEqualTo(404);
    }

    @Test
    void aColleagueOfTheSameQueueAndALeadSeeIt() {
        for (var user : List.of("ben", "lea")) {
            assertThat(AgentAtDesk.signsIn(port, user)
                            .opens(task)
                            .at("/assignee/name")
                            .asText())
                    .as(user)
                    .isEqualTo("Anna");
        }
    }

    @Test
    void whoWasTooSlowLearnsWhoWasFaster() {
        var ben = AgentAtDesk.signsIn(port, "ben");
        assertThat(anna.replies(task, "Here you are", "wait").status()).isEqualTo(200);

        var late = ben.replies(task, "Here you are, too", "wait");

        assertThat(late.status()).isEqualTo(409);
        assertThat(late.body().path("name").asText()).isEqualTo("Anna");
    }

    /** Between the look at a task and the look at its candidates, somebody is faster. */
    @Test
    void nobodyFailsWhoLooksAtATaskWhileItEnds() {
        var seen = tasks.getOpen(task);
        assertThat(anna.replies(task, "Here you are", "resolve").status()).isEqualTo(200);

        assertThat(tasks.isFor(seen, "ben", List.of(Staff.AGENTS, "agents.en"))).isFalse();
        assertThat(tasks.passNote(seen)).isEmpty();
    }

    /** Tasklist shows these words in its notice. */
    @Test
    void ofTwoWhoClaimInTasklistAtTheSameMomentTheSlowerOneReadsThatSomebodyWasFaster() {
        var ben = AgentAtDesk.signsIn(port, "ben");
        for (int i = 0; i < 8; i++) {
            var other = CustomerInChat.writes(port, "en", "human please");
            var contested = await().atMost(PATIENCE)
                    .until(() -> tasks.openOn(other.ticket()), Optional::isPresent)
                    .orElseThrow()
                    .id();

            var annas = CompletableFuture.supplyAsync(() -> anna.claimsInTasklist(contested, "anna"));
            var bens = ben.claimsInTasklist(contested, "ben");

            var slower = bens.status() == 204 ? annas.join() : bens;
            assertThat(List.of(annas.join().status(), bens.status()))
                    .as("of round %d: %s %s", i, annas.join().body(), bens.body())
                    .containsExactlyInAnyOrder(204, 400);
            assertThat(slower.body().path("message").asText()).startsWith("Somebody was faster");
        }
    }

    @Test
    void anOpenLineTellsNothingAfterTheSessionOrTheRight() {
        accounts.save(new Account("gina", "Gina", Set.of(Staff.AGENTS), true), "tandem");
        var gina = AgentAtDesk.signsIn(port, "gina");
        try (var line = gina.follows(task);
                var bens = AgentAtDesk.signsIn(port, "ben").follows(task)) {
            line.hears("message", event -> event.data().path("text").asText().equals("human please"));
            accounts.save(new Account("gina", "Gina", Set.of(Staff.AGENTS, "lang-de"), true), "tandem");
            var secret = "for colleagues only " + UUID.randomUUID();

            anna.notes(task, secret);
            bens.hears("message", event -> event.data().path("text").asText().equals(secret));

            await().during(Duration.ofSeconds(1))
                    .atMost(Duration.ofSeconds(5))
                    .until(() -> line.heard().stream()
                            .noneMatch(
                                    event -> event.data().path("text").asText().equals(secret)));
        }
    }
}
