package io.tandem.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.tandem.story.Http.Answer;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;

/** A customer with the chat open: writes, reads, and says how it was. */
public final class CustomerInChat {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Http http;
    private String ticket;
    private String key;

    private CustomerInChat(Http http, String ticket, String key) {
        this.http = http;
        this.ticket = ticket;
        this.key = key;
    }

    public static CustomerInChat writes(int port, String language, String text) {
        var http = new Http(port);
        var opened = http.send("POST", "/api/tickets", Map.of("text", text, "language", language, "name", "Karla"));
        assertThat(opened.status()).isEqualTo(201);
        return new CustomerInChat(
                http,
                opened.body().path("ticket").asText(),
                opened.body().path("token").asText());
    }

    /** Somebody who has the key to a ticket. */
    public static CustomerInChat returns(int port, UUID ticket, String key) {
        return new CustomerInChat(new Http(port), ticket.toString(), key);
    }

    /** The same customer, whom a load balancer has led to another node. */
    public CustomerInChat at(int otherPort) {
        return new CustomerInChat(http.at(otherPort), ticket, key);
    }

    /** Has the chat open. */
    public LiveLine listens() {
        return new LiveLine(http.opens("/api/tickets/" + ticket + "/events", "Authorization", "Bearer " + key));
    }

    /** As a page does it whose line was broken. */
    public LiveLine listensAgain(String lastHeard) {
        return new LiveLine(http.opens(
                "/api/tickets/" + ticket + "/events", "Authorization", "Bearer " + key, "Last-Event-ID", lastHeard));
    }

    public UUID ticket() {
        return UUID.fromString(ticket);
    }

    public String key() {
        return key;
    }

    /** A request to something of this customer's ticket. */
    public Answer send(String method, String path, Object body) {
        return http.send(method, "/api/tickets/" + ticket + path, body, "Authorization", "Bearer " + key);
    }

    /** A message with one file. */
    public Answer sends(String text, String file, byte[] content) {
        var message = UUID.randomUUID().toString();
        var name = URLEncoder.encode(file, StandardCharsets.UTF_8).replace("+", "%20");
        var uploaded = http.upload(
                "/api/attachments",
                content,
                "Tandem-Message",
                message,
                "Content-Disposition",
                "attachment; filename*=UTF-8''" + name);
        assertThat(uploaded.status()).isEqualTo(201);
        var files = List.of(uploaded.body().path("id").asText());
        return send("POST", "/messages", Map.of("text", text, "id", message, "attachments", files));
    }

    public HttpResponse<byte[]> downloads(String attachment) {
        return http.download("/api/tickets/" + ticket + "/attachments/" + attachment, "Authorization", "Bearer " + key);
    }

    public Answer writes(String text) {
        var written = send("POST", "/messages", Map.of("text", text));
        assertThat(written.status()).isEqualTo(201);
        return written;
    }

    /** Goes on in the ticket that the answer names. */
    void goesOnIn(JsonNode opened) {
        ticket = opened.path("ticket").asText();
        key = opened.path("token").asText();
    }

    public void asksForAPerson() {
        assertThat(send("POST", "/human", null).status()).isEqualTo(202);
    }

    public void says(JsonNode answer, boolean helped) {
        var said = send("PUT", "/messages/" + answer.path("id").asText() + "/feedback", Map.of("helped", helped));
        assertThat(said.status()).isEqualTo(204);
    }

    public void rates(int score, String comment) {
        assertThat(send("PUT", "/rating", Map.of("score", score, "comment", comment))
                        .status())
                .isEqualTo(204);
    }

    public List<JsonNode> messages() {
        var messages = send("GET", "/messages", null).body().path("messages");
        return StreamSupport.stream(messages.spliterator(), false).toList();
    }

    public JsonNode status() {
        return send("GET", "/messages", null).body().path("status");
    }

    public String holder() {
        return status().path("holder").asText();
    }

    /** Waits for the next message of this author and gives it back. */
    public JsonNode hears(String author) {
        return hears(author, message -> true);
    }

    public JsonNode hears(String author, Predicate<JsonNode> like) {
        return await().atMost(PATIENCE).until(() -> last(author, like), found -> found != null);
    }

    private JsonNode last(String author, Predicate<JsonNode> like) {
        JsonNode last = null;
        for (var message : messages()) {
            if (message.path("author").asText().equals(author) && like.test(message)) last = message;
        }
        return last;
    }

    public void sees(String holder) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(holder()).isEqualTo(holder));
    }

    public void isAskedForARating() {
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(status().path("rating").path("asked").asBoolean())
                                .isTrue());
    }

    public void seesState(String state) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(status().path("state").asText()).isEqualTo(state));
    }
}
