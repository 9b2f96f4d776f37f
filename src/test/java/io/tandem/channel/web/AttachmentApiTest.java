package io.tandem.channel.web;

import static io.tandem.story.SampleFiles.bytes;
import static io.tandem.story.SampleFiles.jpeg;
import static io.tandem.story.SampleFiles.text;
import static io.tandem.story.SampleFiles.windowsProgram;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tandem.story.AgentAtDesk;
import io.tandem.story.CustomerInChat;
import io.tandem.story.Http;
import io.tandem.story.Http.Answer;
import io.tandem.story.TandemRuns;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Files of customers and agents: who may bring them, who may have them, and how they are handed out. */
@TandemRuns
class AttachmentApiTest {

    private static final int MEGABYTE = 1024 * 1024;
    private static final Predicate<JsonNode> WITH_FILES =
            message -> !message.path("attachments").isEmpty();

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient sql;

    @Test
    void karlaSendsAPhotoAndAnnaAnswersWithAnother() {
        var karla = CustomerInChat.writes(port, "en", "I want to talk to a human");
        var photo = jpeg(2000, 1000);
        var written = karla.sends("This arrived today", "broken cup.jpg", photo);
        assertThat(written.status()).isEqualTo(201);
        var hers = written.body().path("attachments").path(0);
        assertThat(hers.path("name").asText()).isEqualTo("broken cup.jpg");
        assertThat(hers.path("type").asText()).isEqualTo("image/jpeg");
        assertThat(hers.path("size").asInt()).isEqualTo(photo.length);
        assertThat(hers.path("preview").asBoolean()).isTrue();
        assertThat(karla.downloads(hers.path("id").asText()).body()).isEqualTo(photo);

        var anna = AgentAtDesk.signsIn(port, "anna");
        var task = anna.taskOf(karla.ticket());
        var shown = last(anna.opens(task).path("messages"), WITH_FILES)
                .path("attachments")
                .path(0);
        assertThat(shown).isEqualTo(hers);
        assertThat(anna.downloads(task, hers.path("id").asText()).body()).isEqualTo(photo);
        assertIsHarmless(anna.downloads(task, hers.path("id").asText() + "/preview"), "image/jpeg");
        var label = anna.uploads(task, text("%PDF-1.4 label"), "attachment; filename=\"label.pdf\"");
        assertThat(label.status()).isEqualTo(201);
        var reply = anna.act(
                "POST",
                task,
                "/reply",
                Map.of(
                        "text",
                        "",
                        "action",
                        "wait",
                        "attachments",
                        List.of(label.body().path("id").asText())));
        assertThat(reply.status()).isEqualTo(200);

        var heard = karla.hears("agent", WITH_FILES);
        assertThat(heard.path("text").asText()).isEmpty();
        var got = karla.downloads(heard.path("attachments").path(0).path("id").asText());
        assertThat(got.body()).isEqualTo(text("%PDF-1.4 label"));
        assertIsHarmless(got, "application/pdf");
        assertThat(got.headers().firstValue("Content-Disposition").orElseThrow())
                .startsWith("attachment;")
                .contains("filename*=UTF-8''label.pdf");
    }

    private static void assertIsHarmless(HttpResponse<byte[]> answer, String type) {
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().allValues("Content-Type")).containsExactly(type);
        assertThat(answer.headers().allValues("X-Content-Type-Options")).containsExactly("nosniff");
        assertThat(answer.headers().allValues("Cache-Control")).containsExactly("no-store");
        assertThat(answer.headers().allValues("Content-Security-Policy"))
                .containsExactly("default-src 'none'; frame-ancestors 'none'; sandbox");
    }

    @Test
    void aTicketCanBeginWithNothingButAFileAndAPersonLooksAtIt() {
        var message = UUID.randomUUID();
        var photo = upload(message, file("cup.jpg", jpeg(20, 20)));

        var http = new Http(port);
        var opened = http.send(
                "POST",
                "/api/tickets",
                Map.of("language", "en", "attachments", List.of(id(photo))),
                "Idempotency-Key",
                message.toString());
        var again = http.send(
                "POST",
                "/api/tickets",
                Map.of("language", "en", "attachments", List.of(id(photo))),
                "Idempotency-Key",
                message.toString());

        assertThat(opened.status()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(opened.body());
        var anna = AgentAtDesk.signsIn(port, "anna");
        var form = anna.opens(
                anna.taskOf(UUID.fromString(opened.body().path("ticket").asText())));
        assertThat(form.path("messages").path(0).path("text").asText()).isEmpty();
        assertThat(form.path("messages").path(0).path("attachments")).hasSize(1);
        assertThat(form.path("messages"))
                .noneMatch(said -> said.path("author").asText().equals("bot"));
    }

    @Test
    void aFileAfterTheBotsAnswerIsNotAnsweredByTheBot() {
        var karla = CustomerInChat.writes(port, "en", "When do I get my refund?");
        var answer = karla.hears("bot");

        karla.sends("", "receipt.jpg", jpeg(20, 20));

        karla.sees("QUEUE");
        assertThat(karla.hears("bot").path("id").asText())
                .isEqualTo(answer.path("id").asText());
    }

    @Test
    void theSameMessageAgainIsTheSameMessage() {
        var karla = CustomerInChat.writes(port, "en", "I want to talk to a human");
        var message = UUID.randomUUID();
        var photo = id(upload(message, file("cup.jpg", jpeg(20, 20))));
        var body = Map.of("text", "look", "id", message, "attachments", List.of(photo));

        var first = karla.send("POST", "/messages", body);
        var second = karla.send("POST", "/messages", body);

        assertThat(second.status()).isEqualTo(201);
        assertThat(second.body().path("id")).isEqualTo(first.body().path("id"));
        assertThat(second.body().path("attachments"))
                .isEqualTo(first.body().path("attachments"))
                .hasSize(1);
    }

    @Test
    void aFileBelongsToOneMessageOfWhoBroughtIt() {
        var karla = CustomerInChat.writes(port, "en", "I want to talk to a human");
        var photo = id(upload(UUID.randomUUID(), file("cup.jpg", jpeg(20, 20))));
        var other = UUID.randomUUID();

        assertProblem(names(karla, other, photo), 400, "A file is missing");
        assertProblem(names(karla, other, UUID.randomUUID().toString()), 400, "A file is missing");
        assertProblem(
                karla.send("POST", "/messages", Map.of("text", "x", "id", "1", "attachments", List.of(photo))),
                400,
                "The message's id is missing");
        assertProblem(
                new Http(port).upload("/api/attachments", bytes(3), "Accept-Language", "en"),
                400,
                "The message's id is missing");
        assertThat(karla.messages()).noneMatch(WITH_FILES);
    }

    @Test
    void nobodyElseGetsAFile() {
        var karla = CustomerInChat.writes(port, "en", "I want to talk to a human");
        var otto = CustomerInChat.writes(port, "en", "I want to talk to a human");
        var photo = karla.sends("look", "cup.jpg", jpeg(20, 20))
                .body()
                .path("attachments")
                .path(0)
                .path("id")
                .asText();
        var address = "/api/tickets/" + karla.ticket() + "/attachments/" + photo;
        var http = new Http(port);

        assertThat(http.download(address).statusCode()).isEqualTo(401);
        assertThat(http.download(address, "Authorization", "Bearer " + otto.key())
                        .statusCode())
                .isEqualTo(403);
        assertThat(http.download(address, "Cookie", "tandem-" + karla.ticket() + "=" + karla.key())
                        .statusCode())
                .isEqualTo(401);
        assertThat(otto.downloads(photo).statusCode()).isEqualTo(404);
        assertThat(otto.downloads(photo + "/preview").statusCode()).isEqualTo(404);
        assertThat(karla.downloads("..%2f..%2fsecret").statusCode()).isIn(400, 404);
        assertThat(karla.downloads(photo).statusCode()).isEqualTo(200);

        var anna = AgentAtDesk.signsIn(port, "anna");
        var hers = anna.taskOf(karla.ticket());
        var ottos = anna.taskOf(otto.ticket());
        assertThat(http.download("/api/desk/tasks/" + hers + "/attachments/" + photo)
                        .statusCode())
                .isEqualTo(401);
        assertThat(anna.downloads(ottos, photo).statusCode()).isEqualTo(404);
        assertThat(anna.downloads("no-task", photo).statusCode()).isEqualTo(404);
        assertThat(anna.downloads(hers, photo).statusCode()).isEqualTo(200);
        var processOwner = AgentAtDesk.signsIn(port, "otto");
        assertThat(processOwner.downloads(hers, photo).statusCode()).isEqualTo(403);
    }

    @Test
    void noFileOfAnInternalNoteReachesTheCustomer() {
        var karla = CustomerInChat.writes(port, "en", "I want to talk to a human");
        var anna = AgentAtDesk.signsIn(port, "anna");
        var task = anna.taskOf(karla.ticket());
        var secret = anna.uploads(task, text("secret"), "attachment; filename=\"secret.txt\"");
        var note = anna.act(
                "POST",
                task,
                "/note",
                Map.of(
                        "text",
                        "",
                        "attachments",
                        List.of(secret.body().path("id").asText())));
        assertThat(note.status()).isEqualTo(201);
        var id = note.body().path("attachments").path(0).path("id").asText();

        assertThat(anna.downloads(task, id).body()).isEqualTo(text("secret"));
        assertThat(karla.downloads(id).statusCode()).isEqualTo(404);
        assertThat(karla.messages()).noneMatch(WITH_FILES);
    }

    @Test
    void anAgentCannotTakeWhatAnotherHasBrought() {
        var karla = CustomerInChat.writes(port, "en", "I want to talk to a human");
        var anna = AgentAtDesk.signsIn(port, "anna");
        var task = anna.taskOf(karla.ticket());
        var hers = anna.uploads(task, text("hers"), "attachment; filename=\"a.txt\"");

        var ben = AgentAtDesk.signsIn(port, "ben");
        var taken = ben.act(
                "POST",
                task,
                "/note",
                Map.of(
                        "text",
                        "x",
                        "attachments",
                        List.of(hers.body().path("id").asText())));

        assertThat(taken.status()).isEqualTo(400);
    }

    @Test
    void oneByteTooMuchIsTooMuch() {
        var karla = CustomerInChat.writes(port, "en", "I want to talk to a human");
        var message = UUID.randomUUID();

        assertThat(upload(message, file("full.txt", bytes(10 * MEGABYTE))).status())
                .isEqualTo(201);
        assertProblem(upload(message, file("over.txt", bytes(10 * MEGABYTE + 1))), 413, "The file is too large");
        assertProblem(upload(message, file("empty.txt", bytes(0))), 400, "The file is empty");
        var anna = AgentAtDesk.signsIn(port, "anna");
        var over = anna.uploads(anna.taskOf(karla.ticket()), bytes(10 * MEGABYTE + 1), "attachment; filename=a.txt");
        assertThat(over.status()).isEqualTo(413);
    }

    @Test
    void aMessageOf26MegabytesIsRefusedAndOneOf25IsNot() {
        var karla = CustomerInChat.writes(port, "en", "I want to talk to a human");
        var message = UUID.randomUUID();
        var ten = id(upload(message, file("ten.txt", bytes(10 * MEGABYTE))));
        var another = id(upload(message, file("ten more.txt", bytes(10 * MEGABYTE))));
        var six = id(upload(message, file("six.txt", bytes(6 * MEGABYTE))));
        var five = id(upload(message, file("five.txt", bytes(5 * MEGABYTE))));

        assertProblem(names(karla, message, ten, another, six), 413, "Too large together");
        assertThat(karla.messages()).noneMatch(WITH_FILES);

        assertThat(names(karla, message, ten, another, five).status()).isEqualTo(201);
    }

    @Test
    void whatIsRefusedLeavesNoTrace() {
        var before = count();

        assertProblem(
                upload(UUID.randomUUID(), file("holiday.jpg", windowsProgram())),
                415,
                "This kind of file cannot be attached");
        assertThat(count()).isEqualTo(before);
    }

    @Test
    void aReasonIsToldInTheReadersLanguage() {
        var refused = new Http(port)
                .upload(
                        "/api/attachments",
                        text("<svg xmlns='http://www.w3.org/2000/svg'/>"),
                        "Tandem-Message",
                        UUID.randomUUID().toString(),
                        "Accept-Language",
                        "de");

        assertThat(refused.body().path("detail").asText())
                .contains("image/svg+xml")
                .contains("Ein Bild oder ein PDF geht immer");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"multipart/form-data; boundary=x", "text/html", "application/json", "image/png", "nonsense"})
    void whatTheSenderCallsItDoesNotCount(String claimed) {
        var taken = new Http(port)
                .upload(
                        "/api/attachments",
                        text("just a text"),
                        "Tandem-Message",
                        UUID.randomUUID().toString(),
                        "Content-Type",
                        claimed);

        assertThat(taken.body().path("type").asText()).isEqualTo("text/plain");
        assertThat(taken.body().path("name").asText()).isEqualTo("file");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../../etc/passwd", "C:\\temp\\passwd", "/etc/passwd", "\u202Epasswd", "pass\u0000wd"})
    void aNameIsOnlyAName(String name) {
        var karla = CustomerInChat.writes(port, "en", "I want to talk to a human");
        var message = UUID.randomUUID();
        var taken = upload(message, file(name, text("root")));
        names(karla, message, id(taken));

        assertThat(taken.body().path("name").asText()).isEqualTo("passwd");
        assertThat(karla.downloads(id(taken)).headers().firstValue("Content-Disposition"))
                .hasValueSatisfying(value -> assertThat(value).endsWith("filename*=UTF-8''passwd"));
    }

    @Test
    void aNameOf300CharactersIsShortened() {
        var letters = upload(UUID.randomUUID(), file("é".repeat(296) + ".txt", text("x")));
        var pictures = upload(UUID.randomUUID(), file("😀".repeat(300), text("x")));

        assertThat(letters.body().path("name").asText()).hasSize(120).endsWith("é.txt");
        assertThat(pictures.body().path("name").asText()).isEqualTo("😀".repeat(120));
    }

    @Test
    void theBodyOfAnythingElseStaysSmall() {
        var karla = CustomerInChat.writes(port, "en", "I want to talk to a human");
        var large = "{\"text\":\"" + "a".repeat(2 * MEGABYTE) + "\"}";

        assertThat(karla.send("POST", "/messages", large).status()).isEqualTo(413);
        assertThat(new Http(port).send("PUT", "/api/attachments", large).status())
                .isEqualTo(413);
    }

    record Sample(String name, byte[] content) {}

    private static Sample file(String name, byte[] content) {
        return new Sample(name, content);
    }

    private Answer upload(UUID message, Sample file) {
        var name = URLEncoder.encode(file.name(), StandardCharsets.UTF_8).replace("+", "%20");
        return new Http(port)
                .upload(
                        "/api/attachments",
                        file.content(),
                        "Tandem-Message",
                        message.toString(),
                        "Content-Disposition",
                        "attachment; filename*=UTF-8''" + name,
                        "Accept-Language",
                        "en");
    }

    private static String id(Answer uploaded) {
        assertThat(uploaded.status()).isEqualTo(201);
        return uploaded.body().path("id").asText();
    }

    private static Answer names(CustomerInChat customer, UUID message, String... files) {
        return customer.send("POST", "/messages", Map.of("text", "look", "id", message, "attachments", List.of(files)));
    }

    private static JsonNode last(JsonNode messages, Predicate<JsonNode> like) {
        return StreamSupport.stream(messages.spliterator(), false)
                .filter(like)
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }

    private static void assertProblem(Answer answer, int status, String title) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.raw().headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.body().path("title").asText()).isEqualTo(title);
    }

    private long count() {
        return sql.sql("select count(*) from attachment").query(Long.class).single();
    }
}
