package io.tandem.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tandem.process.AgentTasks;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The same ticket on a real PostgreSQL; in a JVM of its own, see the pom. */
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

        karla.writes("It is not there. Please let me talk to a person");
        var anna = AgentAtDesk.signsIn(port, "anna");
        karla.sees("QUEUE");
        var task = await().until(() -> tasks.openOn(karla.ticket()), Optional::isPresent);
        var id = task.orElseThrow().id();
        assertThat(anna.act("GET", id, "/offers", null).status()).isEqualTo(200);
        assertThat(anna.act("GET", id, "/blocks", null).status()).isEqualTo(200);
        anna.replies(id, "It will be there tomorrow", "resolve");
        karla.hears("agent");
        karla.isAskedForARating();

        karla.rates(5, "Thank you");
        karla.seesState("CLOSED");
        whatSatisfiedKarlaIsOfferedToTheNext(anna);
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
