package io.tandem.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.tandem.load.Ports;
import io.tandem.story.CustomerInChat;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What operators of PostgreSQL do to have a copy, and to go on from it. */
@Tag("slow")
class DumpAndRestoreTest {

    @TempDir
    private Path folder;

    @Test
    void aDumpThatWasMadeWhileItRanIsAWholeTandem() throws Exception {
        var tools = InstalledPostgres.newest();
        assumeTrue(tools.isPresent(), "Skipped: no PostgreSQL is installed here (apt-get install postgresql)");
        FewArticles.copyInto(folder.resolve("processes"));
        try (var postgres = InstalledPostgres.start(tools.orElseThrow(), folder, Ports.free())) {
            postgres.create("shop");
            postgres.create("restored");
            try (var before = tandem("before", postgres.url("shop")).start().awaitReady()) {
                var answered = CustomerInChat.writes(before.port(), "en", "When do I get my refund?");
                answered.hears("bot");
                var waiting = CustomerInChat.writes(before.port(), "en", "I want to talk to a person");
                waiting.sees("QUEUE");

                postgres.dump("shop", folder.resolve("tandem.dump"));
                answered.writes("This came after the copy");
                postgres.restore(folder.resolve("tandem.dump"), "restored");

                theCopyGoesOn(postgres.url("restored"), answered, waiting);
            }
        }
    }

    private void theCopyGoesOn(String url, CustomerInChat answered, CustomerInChat waiting) throws Exception {
        try (var restored = tandem("restored", url).start().awaitReady()) {
            var back = answered.at(restored.port());
            assertThat(texts(back)).contains("When do I get my refund?").doesNotContain("This came after the copy");
            back.asksForAPerson();
            back.sees("QUEUE");
            waiting.at(restored.port()).sees("QUEUE");
            var late = CustomerInChat.writes(restored.port(), "en", "When do I get my refund?");
            late.hears("bot");
        }
    }

    private static List<String> texts(CustomerInChat customer) {
        return customer.messages().stream()
                .map((JsonNode message) -> message.path("text").asText())
                .toList();
    }

    private NodeProcess tandem(String name, String url) {
        var settings = List.of(
                "--spring.datasource.url=" + url,
                "--spring.datasource.username=postgres",
                "--tandem.processes=" + folder.resolve("processes"),
                "--tandem.data=" + folder.resolve(name),
                "--tandem.demo=true");
        return new NodeProcess(name, folder, settings);
    }
}
