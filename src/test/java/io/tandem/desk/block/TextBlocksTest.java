package io.tandem.desk.block;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tandem.story.AgentAtDesk;
import io.tandem.story.CustomerInChat;
import io.tandem.story.Http.Answer;
import io.tandem.story.TandemRuns;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Agents write text blocks, share them and mind one another's. */
@TandemRuns
class TextBlocksTest {

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient sql;

    private AgentAtDesk anna;
    private AgentAtDesk ben;

    @BeforeEach
    void theDeskIsEmpty() {
        sql.sql("delete from text_block").update();
        anna = AgentAtDesk.signsIn(port, "anna");
        ben = AgentAtDesk.signsIn(port, "ben");
    }

    @Test
    void whatAnnaWritesBenUsesFilledForHisTicket() {
        var written = write("Greeting", "hello", "en", "Hello {customer}, ticket {number} is mine. {agent}");
        assertThat(written.status()).isEqualTo(201);
        write("Gruß", "hallo", "de", "Guten Tag {name}!");
        var karla = CustomerInChat.writes(port, "en", "human please");
        var task = ben.taskOf(karla.ticket());
        var number = ben.opens(task).path("number").asText();

        var ready = ben.send("GET", "/api/desk/tasks/" + task + "/blocks", null).body();

        assertThat(ready.at("/0/text").asText()).isEqualTo("Hello Karla, ticket " + number + " is mine. Ben");
        assertThat(ready.at("/1/text").asText()).isEqualTo("Guten Tag Karla!");
        assertThat(ready.at("/0/shortcut").asText()).isEqualTo("hello");
    }

    @Test
    void theTicketsLanguageComesFirst() {
        write("A", "a", "de", "Eins");
        write("B", "b", "en", "Two");
        var karla = CustomerInChat.writes(port, "en", "human please");

        var ready = anna.send("GET", "/api/desk/tasks/" + anna.taskOf(karla.ticket()) + "/blocks", null)
                .body();

        assertThat(texts(ready)).containsExactly("Two", "Eins");
    }

    @Test
    void whoIsSlowerOverwritesNothing() {
        var block = write("Greeting", "hello", "en", "Hello").body();

        assertThat(change(ben, block, "Hello, this is Ben's better one").status())
                .isEqualTo(200);
        var late = change(anna, block, "Hello, this is Anna's");

        assertThat(late.status()).isEqualTo(409);
        assertThat(late.body().path("detail").asText()).isNotBlank();
        assertThat(texts(all())).containsExactly("Hello, this is Ben's better one");
    }

    @Test
    void whatIsDeletedCanBeBroughtBack() {
        var block = write("Greeting", "hello", "en", "Hello").body();
        var path = "/api/desk/blocks/" + block.path("id").asText();

        assertThat(anna.send("DELETE", path, null).status()).isEqualTo(204);
        assertThat(anna.send("DELETE", path, null).status()).isEqualTo(204);
        assertThat(all()).isEmpty();
        assertThat(texts(ben.send("GET", "/api/desk/blocks?deleted=true", null).body()))
                .containsExactly("Hello");
        assertThat(ben.send("DELETE", path + "/deletion", null).status()).isEqualTo(200);

        assertThat(texts(all())).containsExactly("Hello");
    }

    @Test
    void aShortcutIsUniqueInItsLanguageAmongThoseThatLive() {
        var old = write("Old", "hello", "en", "Old").body().path("id").asText();
        assertThat(write("New", "HELLO", "en", "New").status()).isEqualTo(409);
        assertThat(write("Deutsch", "hello", "de", "Hallo").status()).isEqualTo(201);

        anna.send("DELETE", "/api/desk/blocks/" + old, null);
        assertThat(write("New", "hello", "en", "New").status()).isEqualTo(201);

        assertThat(anna.send("DELETE", "/api/desk/blocks/" + old + "/deletion", null)
                        .status())
                .isEqualTo(409);
    }

    @Test
    void aSecondTryWritesNoSecondBlock() {
        var id = UUID.randomUUID();

        assertThat(write(id, "Greeting", "hello", "en", "Hello").status()).isEqualTo(201);
        assertThat(write(id, "Greeting", "hello", "en", "Hello").status()).isEqualTo(201);

        assertThat(all()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            -,        hello,        en, Hello
            Greeting, -,            en, Hello
            Greeting, two words,    en, Hello
            Greeting, sla/sh,       en, Hello
            Greeting, hello,        xx, Hello
            Greeting, hello,        -,  Hello
            Greeting, hello,        en, -
            """)
    void whatIsNoBlockIsRefusedWithItsReason(String title, String shortcut, String language, String text) {
        var refused = write(title, shortcut, language, text);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body().path("title").asText()).isNotBlank();
        assertThat(all()).isEmpty();
    }

    @Test
    void aTextThatIsTooLongIsRefused() {
        assertThat(write("Long", "long", "en", "x".repeat(10_001)).status()).isEqualTo(413);
        assertThat(write("Long", "long", "en", "😀".repeat(10_000)).status()).isEqualTo(201);
    }

    @Test
    void whoWroteABlockIsStoredNowhere() {
        write("Greeting", "hello", "en", "Hello");

        assertThat(sql.sql("select * from text_block").query().listOfRows().toString())
                .doesNotContain("anna");
    }

    @Test
    void unknownBlocksAreUnknown() {
        var path = "/api/desk/blocks/" + UUID.randomUUID();

        assertThat(anna.send("DELETE", path, null).status()).isEqualTo(404);
        assertThat(anna.send("DELETE", path + "/deletion", null).status()).isEqualTo(404);
        assertThat(anna.send("DELETE", "/api/desk/blocks/none", null).status()).isEqualTo(404);
        assertThat(anna.send("GET", "/api/desk/tasks/none/blocks", null).status())
                .isEqualTo(404);
    }

    private Answer write(String title, String shortcut, String language, String text) {
        return write(UUID.randomUUID(), title, shortcut, language, text);
    }

    private Answer write(UUID id, String title, String shortcut, String language, String text) {
        var block = new HashMap<String, Object>();
        block.put("id", id);
        block.put("title", title);
        block.put("shortcut", shortcut);
        block.put("language", language);
        block.put("text", text);
        return anna.send("POST", "/api/desk/blocks", block);
    }

    private static Answer change(AgentAtDesk agent, JsonNode block, String text) {
        return agent.send(
                "PUT",
                "/api/desk/blocks/" + block.path("id").asText(),
                Map.of(
                        "version", block.path("version").asInt(),
                        "title", block.path("title").asText(),
                        "shortcut", block.path("shortcut").asText(),
                        "language", block.path("language").asText(),
                        "text", text));
    }

    private JsonNode all() {
        return anna.send("GET", "/api/desk/blocks", null).body();
    }

    private static List<String> texts(JsonNode blocks) {
        return StreamSupport.stream(blocks.spliterator(), false)
                .map(block -> block.path("text").asText())
                .toList();
    }
}
