package io.tandem.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.tandem.backup.Copy;
import io.tandem.story.CustomerInChat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** One Tandem on the database that it brings along (H2 in a file), as it runs after {@code mvn spring-boot:run}. */
@Tag("slow")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PowerFailureTest {

    private static final int CUSTOMERS = 4;
    private static final int ENOUGH = 60;

    @TempDir
    static Path folder;

    private static final Queue<Said> acknowledged = new ConcurrentLinkedQueue<>();

    /** What somebody said and Tandem has taken: from then on it is Tandem's to keep. */
    private record Said(CustomerInChat customer, String text) {}

    private static NodeProcess tandem(String data, String... more) {
        var settings = new ArrayList<>(List.of(
                "--tandem.processes=" + folder.resolve("processes"),
                "--tandem.data=" + folder.resolve(data),
                "--tandem.demo=true",
                "--tandem.limits.posts-per-minute=100000"));
        settings.addAll(List.of(more));
        return new NodeProcess(data, folder, settings);
    }

    @Test
    @Order(1)
    void whatWasAcknowledgedIsThereAfterAPowerFailureAndGoesOn() throws Exception {
        FewArticles.copyInto(folder.resolve("processes"));
        try (var before = tandem("data").start().awaitReady()) {
            var crowd = talking(before.port());
            await().atMost(Duration.ofMinutes(2)).until(() -> acknowledged.size() >= ENOUGH);
            before.kill();
            for (var customer : crowd) customer.join();
        }

        try (var after = tandem("data", "--tandem.backup.folder=" + folder.resolve("copies"))
                .start()
                .awaitReady()) {
            allIsThereOnce(after.port());
            allGoesOn(after.port());
            await().atMost(Duration.ofMinutes(2)).until(() -> !copies().isEmpty());
        }
    }

    @Test
    @Order(2)
    void aCopyThatWasMadeWhileItRanIsAWholeTandem() throws IOException {
        Copy.unpack(copies().get(0), folder.resolve("restored"));

        try (var restored = tandem("restored").start().awaitReady()) {
            allIsThereOnce(restored.port());
            var late = CustomerInChat.writes(restored.port(), "en", "When do I get my refund?");
            late.hears("bot");
            late.asksForAPerson();
            late.sees("QUEUE");
        }
    }

    /** Customers who open tickets and write on, as long as somebody is there. */
    private static List<Thread> talking(int port) {
        var crowd = new ArrayList<Thread>();
        for (int i = 0; i < CUSTOMERS; i++) {
            var thread = new Thread(() -> talk(port), "customer-" + i);
            thread.start();
            crowd.add(thread);
        }
        return crowd;
    }

    private static void talk(int port) {
        try {
            for (int turn = 0; ; turn++) {
                var first = "When do I get my refund? " + mark(turn);
                var customer = CustomerInChat.writes(port, "en", first);
                acknowledged.add(new Said(customer, first));
                var second = "I mean the shoes " + mark(turn);
                customer.writes(second);
                acknowledged.add(new Said(customer, second));
            }
        } catch (RuntimeException | AssertionError theLightsAreOut) {
            // What was not acknowledged is the customer's to say again.
        }
    }

    private static String mark(int turn) {
        return Thread.currentThread().getName() + "-" + turn;
    }

    private static void allIsThereOnce(int port) {
        for (var said : acknowledged) {
            assertThat(said.customer().at(port).messages())
                    .extracting(message -> message.path("text").asText())
                    .as(said.text())
                    .containsOnlyOnce(said.text());
        }
    }

    /** Nobody waits for ever: the bot has answered, or a person is to. */
    private static void allGoesOn(int port) {
        for (var said : acknowledged) {
            var customer = said.customer().at(port);
            await().atMost(Duration.ofMinutes(2))
                    .pollInterval(Duration.ofMillis(250))
                    .until(() -> customer.holder().equals("QUEUE")
                            || customer.messages().stream().anyMatch(PowerFailureTest::isFromTheBot));
        }
    }

    private static boolean isFromTheBot(JsonNode message) {
        return message.path("author").asText().equals("bot");
    }

    private static List<Path> copies() throws IOException {
        var copies = folder.resolve("copies");
        if (!Files.exists(copies)) return List.of();
        try (var files = Files.list(copies)) {
            return files.filter(file -> file.toString().endsWith(".zip")).toList();
        }
    }
}
