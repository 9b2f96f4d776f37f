package io.tandem.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.function.Predicate;

/** A customer's page as light as can be: posts, and listens to the events of its ticket. */
final class ChatPage implements Closeable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpClient client;
    private final String home;
    private final String ticket;
    private final String key;
    private final BufferedReader events;

    record Event(String name, JsonNode data) {

        boolean isFrom(String author) {
            return name.equals("message") && data.path("author").asText().equals(author);
        }

        boolean isStatus(Predicate<JsonNode> like) {
            return name.equals("status") && like.test(data);
        }
    }

    private ChatPage(HttpClient client, String home, JsonNode opened) throws IOException, InterruptedException {
        this.client = client;
        this.home = home;
        ticket = opened.path("ticket").asText();
        key = opened.path("token").asText();
        var lines = client.send(
                to("/events").header("Accept", "text/event-stream").GET().build(), BodyHandlers.ofInputStream());
        if (lines.statusCode() != 200) throw new IllegalStateException("No events: " + lines.statusCode());
        events = new BufferedReader(new InputStreamReader(lines.body(), StandardCharsets.UTF_8));
    }

    static HttpClient browser() {
        return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    }

    static ChatPage opens(HttpClient client, int port, String language, String text)
            throws IOException, InterruptedException {
        var home = "http://127.0.0.1:" + port + "/api/tickets";
        var body = JSON.writeValueAsString(Map.of("text", text, "language", language, "name", "Karla"));
        var request = HttpRequest.newBuilder(URI.create(home))
                .header("Content-Type", "application/json")
                .timeout(PATIENCE)
                .POST(BodyPublishers.ofString(body))
                .build();
        var answer = client.send(request, BodyHandlers.ofString());
        if (answer.statusCode() != 201) throw new IllegalStateException("Refused: " + answer.statusCode());
        return new ChatPage(client, home, JSON.readTree(answer.body()));
    }

    String ticket() {
        return ticket;
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create(home + "/" + ticket + path)).header("Authorization", "Bearer " + key);
    }

    void sends(String method, String path, Map<String, ?> body) throws IOException, InterruptedException {
        var request = to(path).header("Content-Type", "application/json")
                .timeout(PATIENCE)
                .method(method, BodyPublishers.ofString(JSON.writeValueAsString(body)))
                .build();
        var status = client.send(request, BodyHandlers.ofString()).statusCode();
        if (status > 204) throw new IllegalStateException(method + " " + path + ": " + status);
    }

    /** The next event that is like this; what comes before it is passed over. */
    Event hears(Predicate<Event> like) throws IOException {
        var name = "";
        for (var line = events.readLine(); line != null; line = events.readLine()) {
            if (line.startsWith("event:"))
                name = line.substring("event:".length()).strip();
            if (!line.startsWith("data:")) continue;
            var event = new Event(name, JSON.readTree(line.substring("data:".length())));
            if (like.test(event)) return event;
        }
        throw new IllegalStateException("The line has ended");
    }

    @Override
    public void close() throws IOException {
        events.close();
    }
}
