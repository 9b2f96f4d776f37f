package io.tandem.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tandem.desk.ServiceLevels;
import io.tandem.process.AgentTasks;
import io.tandem.routing.Rush;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The same ticket on a real PostgreSQL; in a JVM of its own, see the pom. */
@ContextConfiguration(initializers = FolderOfItsOwn.class)
@DirtiesContext // ends before its database does
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "tandem.demo=true",
            // Engines are known by name in the whole JVM, and the other tests have theirs.
            "camunda.bpm.process-engine-name=postgres"
        })
class PostgresTest {

    @LocalServerPort
    private int port;

    @Autowired
    private AgentTasks tasks;

    @Autowired
    private ApplicationContext tandem;

    @Autowired
    private ServiceLevels levels;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry properties) throws IOException {
        var postgres = EmbeddedPostgres.start();
        properties.add("spring.datasource.url", () -> postgres.getJdbcUrl("postgres", "postgres"));
        properties.add("spring.datasource.username", () -> "postgres");
        properties.add("spring.datasource.password", () -> "");
    }

    @Test
    void aTicketGoesFromItsFirstWordToItsRating() {
        var karla = CustomerInChat.writes(port, "en", "When do I get my refund?");
        karla.says(karla.hears("bot"), true);
        karla.isAskedForARating();

        var receipt = SampleFiles.bytes(600_000);
        var sent = karla.sends("It is not there. Please let me talk to a person", "receipt.txt", receipt);
        var file = sent.body().path("attachments").path(0).path("id").asText();
        assertThat(karla.downloads(file).body()).isEqualTo(receipt);
        var anna = AgentAtDesk.signsIn(port, "anna");
        // From the first word on, as a browser that was away.
        var annas = anna.listensAgain("0");
        karla.sees("QUEUE");
        annas.hears("news", news -> news.data().path("kind").asText().equals("waiting"));
        var task = await().until(() -> tasks.openOn(karla.ticket()), Optional::isPresent);
        var id = task.orElseThrow().id();
        assertThat(anna.act("GET", id, "/offers", null).status()).isEqualTo(200);
        assertThat(anna.act("GET", id, "/blocks", null).status()).isEqualTo(200);
        anna.replies(id, "It will be there tomorrow", "resolve");
        annas.hears("news", news -> news.data().path("kind").asText().equals("taken"));
        annas.close();
        karla.hears("agent");
        karla.isAskedForARating();

        karla.rates(5, "Thank you");
        karla.seesState("CLOSED");
        var hour = levels.figures(
                Instant.now().minus(Duration.ofHours(1)), Instant.now().plus(Duration.ofHours(1)));
        assertThat(hour.firstResponses().met()).isEqualTo(1);
        assertThat(hour.resolutions().met()).isEqualTo(1);
        assertThat(hour.bot().confirmed()).isZero();
        var mine = anna.send("GET", "/api/desk/my-work", null);
        assertThat(mine.status()).isEqualTo(200);
        assertThat(mine.body()
                        .path("months")
                        .path(0)
                        .path("figures")
                        .path("TICKETS")
                        .path("cases")
                        .asInt())
                .isEqualTo(1);
        whatSatisfiedKarlaIsOfferedToTheNext(anna);
    }

    @Test
    void fiftyAgentsAskAtOnceAndEachHasATicketOfTheirOwn() throws Exception {
        new Rush(tandem).isFairTo(50);
    }

    @Test
    void aColleagueIsAskedAndTwoMattersBecomeTwoTicketsAndOneAgain() {
        var karla = CustomerInChat.writes(port, "en", "human please, my blender sings");
        var anna = AgentAtDesk.signsIn(port, "anna");
        var task = await().atMost(Duration.ofMinutes(1))
                .until(() -> tasks.openOn(karla.ticket()), Optional::isPresent)
                .orElseThrow()
                .id();
        var question = Map.of("to", Map.of("user", "ben"), "text", "Do they all sing?");
        assertThat(anna.act("POST", task, "/questions", question).status()).isEqualTo(201);
        var words = anna.opens(task).at("/messages/0/id").asText();

        var split = anna.act("POST", task, "/splits", Map.of("messages", List.of(words)));
        assertThat(split.status()).isEqualTo(201);
        var number = split.body().path("number").asLong();
        assertThat(anna.act("PUT", task, "/merged/" + number, null).status()).isEqualTo(204);

        var related = anna.act("GET", task, "/together", null).body().path("related");
        assertThat(related.findValuesAsText("relation")).containsExactly("merged");
    }

    private void whatSatisfiedKarlaIsOfferedToTheNext(AgentAtDesk anna) {
        var next = CustomerInChat.writes(port, "en", "A person please, my refund is not there");
        var task = await().until(() -> tasks.openOn(next.ticket()), Optional::isPresent);
        var offer = await().until(
                        () -> anna.act("GET", task.orElseThrow().id(), "/offers", null)
                                .body()
                                .at("/similar/0"),
                        found -> found.path("text").asText().equals("It will be there tomorrow"));
        var used = anna.send("PUT", "/api/desk/offers/" + offer.path("id").asText() + "/used", Map.of());
        assertThat(used.status()).isEqualTo(204);
    }
}
