package io.tandem.process.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.tandem.story.AgentAtDesk;
import io.tandem.story.CustomerInChat;
import io.tandem.story.FolderOfItsOwn;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program is killed in the middle of a roll-out, as by a power cut: a program of its own, on PostgreSQL. */
@Tag("slow")
class KilledInTheMiddleTest {

    private static final String HERE = "/api/processes/migrations";
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @TempDir
    private Path folder;

    private EmbeddedPostgres postgres;
    private Process tandem;
    private int port;

    @BeforeEach
    void starts() throws IOException {
        postgres = EmbeddedPostgres.start();
        FolderOfItsOwn.copyInto(folder.resolve("processes"));
        try (var free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        start();
    }

    @AfterEach
    void ends() throws IOException, InterruptedException {
        kill();
        postgres.close();
    }

    private void start() throws IOException {
        tandem = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx512m",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        "io.tandem.Tandem",
                        "--server.port=" + port,
                        "--tandem.demo=true",
                        "--tandem.data=" + folder.resolve("data"),
                        "--tandem.processes=" + folder.resolve("processes"),
                        "--spring.datasource.url=" + postgres.getJdbcUrl("postgres", "postgres"),
                        "--spring.datasource.username=postgres")
                .redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(folder.resolve("log").toFile()))
                .start();
        await().atMost(PATIENCE).until(this::answers);
    }

    private boolean answers() {
        assertThat(tandem.isAlive()).isTrue();
        try (var socket = new Socket("127.0.0.1", port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    private void kill() throws InterruptedException {
        tandem.destroyForcibly().waitFor();
    }

    @Test
    void itGoesOnByItselfAndCountsNoTicketTwice() throws Exception {
        var customers = IntStream.range(0, 4)
                .mapToObj(number -> CustomerInChat.writes(port, "en", "human please"))
                .toList();
        customers.forEach(customer -> customer.sees("QUEUE"));
        var anna = AgentAtDesk.signsIn(port, "anna");
        var tasks = customers.stream()
                .map(customer -> anna.taskOf(customer.ticket()))
                .toList();
        var otto = AgentAtDesk.signsIn(port, "otto");
        savesANewVersion(otto);

        String migration;
        try (var somebody = isAtWorkOn(customers.get(2).ticket())) {
            migration = otto.send("POST", HERE, Map.of("dryRun", false))
                    .body()
                    .path("id")
                    .asText();
            await().atMost(PATIENCE)
                    .until(() -> looksAt(otto, migration).path("moved").asInt() == 2);
            kill();
            somebody.rollback();
        }
        start();

        var again = AgentAtDesk.signsIn(port, "otto");
        await().atMost(PATIENCE)
                .until(() -> looksAt(again, migration).path("state").asText().equals("DONE"));
        assertThat(looksAt(again, migration).path("moved").asInt()).isEqualTo(4);
        assertThat(looksAt(again, migration).path("failed").asInt()).isZero();
        assertThat(again.send("GET", HERE, null).body().path("versions"))
                .allSatisfy(on -> assertThat(on.path("version")).isEqualTo(on.path("live")));
        var annaAgain = AgentAtDesk.signsIn(port, "anna");
        for (var number : List.of(0, 3)) {
            annaAgain.replies(tasks.get(number), "Here I am", "resolve");
            customers.get(number).isAskedForARating();
        }
    }

    private void savesANewVersion(AgentAtDesk otto) throws IOException {
        var live = liveVersion(otto);
        var model = folder.resolve("processes/human-escalation.bpmn");
        Files.writeString(model, Files.readString(model).replace("name=\"Help the customer\"", "name=\"Help them\""));
        await().atMost(PATIENCE).until(() -> liveVersion(otto) > live);
    }

    private static int liveVersion(AgentAtDesk otto) {
        return otto.send("GET", "/api/processes/state", null)
                .body()
                .at("/live/number")
                .asInt();
    }

    private static JsonNode looksAt(AgentAtDesk otto, String migration) {
        return otto.send("GET", HERE + "/" + migration, null).body();
    }

    /** Holds the ticket's row: the roll-out waits there. */
    private Connection isAtWorkOn(UUID ticket) throws SQLException {
        var connection = postgres.getPostgresDatabase().getConnection();
        connection.setAutoCommit(false);
        try (var lock = connection.prepareStatement("select id from ticket where id = ? for update")) {
            lock.setObject(1, ticket);
            lock.executeQuery();
        }
        return connection;
    }
}
