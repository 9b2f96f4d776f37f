package io.tandem.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tandem.process.AgentTasks;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
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
        anna.replies(task.orElseThrow().id(), "It will be there tomorrow", "resolve");
        karla.hears("agent");
        karla.isAskedForARating();

        karla.rates(5, "Thank you");
        karla.seesState("CLOSED");
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
    }
}
