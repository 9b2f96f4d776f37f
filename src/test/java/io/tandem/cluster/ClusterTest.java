package io.tandem.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tandem.story.AgentAtDesk;
import io.tandem.story.CustomerInChat;
import io.tandem.story.Http;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Two nodes are one Tandem. They are two programs on one PostgreSQL here, as an operator has them. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ClusterTest {

    private static final Duration SOON = Duration.ofSeconds(1);
    /** How long the pool looks for a connection that works, and the thread waits for the processor. */
    private static final Duration HONEST = Duration.ofSeconds(12);

    @TempDir
    static Path folder;

    private static Network network;
    private static Cluster cluster;
    private static int a;
    private static int b;

    @BeforeAll
    static void startBothAtOnce() throws IOException {
        network = new Network();
        cluster = Cluster.in(folder, network::lineOf, "--tandem.bot.time-limit=55s")
                .start();
        a = cluster.a().port();
        b = cluster.b().port();
    }

    @AfterAll
    static void end() throws IOException {
        cluster.close();
        network.close();
    }

    @Test
    @Order(1)
    void nodesThatStartAtOnceOnAnEmptyDatabaseMakeEverythingOnce() {
        assertThat(cluster.count("process_version")).isEqualTo(1);
        assertThat(cluster.count("act_re_deployment")).isEqualTo(1);
        assertThat(cluster.count("act_ru_filter")).isEqualTo(3);
        assertThat(cluster.count("act_id_user")).isEqualTo(5);
        assertThat(cluster.count("pg_indexes where indexname like 'tandem_idx%'"))
                .isEqualTo(3);
    }

    @Test
    @Order(2)
    void whoSignedInAtOneNodeWorksAtTheOther() {
        var anna = AgentAtDesk.signsIn(a, "anna");
        var mine = anna.filter("My tickets");

        assertThat(anna.lists(mine, 0).status()).isEqualTo(200);
        assertThat(anna.at(b).lists(mine, 0).status()).isEqualTo(200);
        assertThat(anna.at(b).send("GET", "/api/desk/my-work", null).status()).isEqualTo(200);

        var line = anna.listens();
        assertThat(anna.at(b).send("POST", "/logout", null).status()).isEqualTo(302);
        assertThat(anna.send("GET", "/api/desk/my-work", null).status()).isEqualTo(401);
        line.hears("end", any -> true);
    }

    @Test
    @Order(3)
    void whatIsSaidAtOneNodeIsHeardAtTheOtherWithinASecond() {
        var karla = CustomerInChat.writes(a, "en", "I want to talk to a person");
        var anna = AgentAtDesk.signsIn(b, "anna");
        var task = anna.taskOf(karla.ticket());
        try (var chat = karla.listens();
                var bens = AgentAtDesk.signsIn(a, "ben").follows(task)) {
            chat.hears("status", status -> true);
            bens.hears("status", status -> true);

            anna.act("PUT", task, "/presence", Map.of("page", "annas", "state", "typing"));
            await().atMost(SOON)
                    .until(() -> bens.heard().stream()
                            .anyMatch(heard -> heard.data().toString().contains("\"typing\":true")));

            assertThat(anna.replies(task, "It leaves the warehouse today", "wait")
                            .status())
                    .isEqualTo(200);
            await().atMost(SOON)
                    .until(() -> chat.heard().stream()
                            .anyMatch(heard ->
                                    heard.data().path("text").asText().equals("It leaves the warehouse today")));
        }
    }

    @Test
    @Order(4)
    void aSaveIsOneVersionOnBothNodes() throws IOException {
        save("texts/messages_en.properties", "page.login.title=", "page.login.title=Hello, ");

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(loginPages()).allMatch(page -> page.contains("Hello, ")));
        assertThat(cluster.count("process_version")).isEqualTo(2);

        save("ticket.bpmn", "<bpmn:definitions", "<bpmn:definitoins");
        await().atMost(Duration.ofSeconds(20)).until(() -> cluster.count("process_version where refused") > 0);
        save("ticket.bpmn", "<bpmn:definitoins", "<bpmn:definitions");
        await().atMost(Duration.ofSeconds(20))
                .until(() -> cluster.count("process_gate where refused is null and live = 2") == 1);
        assertThat(cluster.count("process_version where refused")).isEqualTo(1);
        assertThat(cluster.count("act_re_deployment")).isLessThanOrEqualTo(2);
    }

    private static List<String> loginPages() {
        return List.of(page(a), page(b));
    }

    private static String page(int port) {
        return new Http(port).send("GET", "/login?language=en", null).raw().body();
    }

    private static void save(String file, String old, String now) throws IOException {
        var path = cluster.processes().resolve(file);
        Files.writeString(path, Files.readString(path).replace(old, now));
    }

    @Test
    @Order(5)
    void aNodeThatIsToldToStopEndsWhatItDoesAndLeavesTheRest() {
        var customers = new ArrayList<CustomerInChat>();
        for (var i = 0; i < 20; i++) customers.add(CustomerInChat.writes(a, "en", "When do I get my refund?"));

        var told = System.nanoTime();
        cluster.a().isToldToStop().awaitEnd();
        assertThat(Duration.ofNanos(System.nanoTime() - told)).isLessThan(Duration.ofSeconds(45));

        assertThat(cluster.count("lease where name like 'node %'")).isEqualTo(1);
        var taken = cluster.sql()
                .sql("select count(*) from act_ru_job where lock_owner_ is not null and lock_owner_ not in"
                        + " (select holder from lease)")
                .query(Long.class)
                .single();
        assertThat(taken).as("jobs that the stopped node has kept").isZero();
        for (var customer : customers) {
            var answered = customer.at(b);
            answered.hears("bot");
            assertThat(answered.messages().stream()
                            .filter(message -> message.path("author").asText().equals("bot")))
                    .hasSize(1);
        }
        assertThat(cluster.count("act_ru_incident")).isZero();
    }

    /** Its line is open, and nothing comes: neither do all wait with it, nor is anybody told that it was their mistake. */
    @Test
    @Order(6)
    void whileTheDatabaseSaysNothingAllHearSoSoonAndThenItGoesOn() throws InterruptedException {
        var anna = AgentAtDesk.signsIn(b, "anna");
        network.fallSilent();
        Thread.sleep(1_000);

        var asked = new ArrayList<CompletableFuture<Http.Answer>>();
        for (var i = 0; i < 40; i++) {
            asked.add(
                    answer(() -> new Http(b).send("POST", "/api/tickets", Map.of("text", "Hello?", "language", "en"))));
        }
        asked.add(answer(() -> anna.send("GET", "/api/desk/my-work", null)));
        asked.add(answer(() -> new Http(b).send("GET", "/actuator/health/readiness", null)));
        assertThat(asked).allSatisfy(answer -> assertThat(answer).succeedsWithin(HONEST));
        assertThat(asked)
                .allSatisfy(answer -> assertThat(answer.join().status()).isEqualTo(503));
        assertThat(answer(() -> new Http(b).send("GET", "/", null)))
                .succeedsWithin(Duration.ofSeconds(5))
                .satisfies(page -> assertThat(page.status()).isEqualTo(200));

        network.mend();
        cluster.b().awaitReady();
        CustomerInChat.writes(b, "en", "When do I get my refund?").hears("bot");
        assertThat(anna.send("GET", "/api/desk/my-work", null).status()).isEqualTo(200);
    }

    private static CompletableFuture<Http.Answer> answer(Supplier<Http.Answer> request) {
        return CompletableFuture.supplyAsync(request, command -> new Thread(command, "asks").start());
    }
}
