package io.tandem.story;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/** Server-sent events as a page hears them. */
public final class LiveLine implements AutoCloseable {

    private final HttpResponse<InputStream> answer;
    private final List<Event> events = new CopyOnWriteArrayList<>();

    public record Event(String name, String id, JsonNode data) {}

    LiveLine(HttpResponse<InputStream> answer) {
        this.answer = answer;
        var listening = new Thread(this::listen, "listening");
        listening.setDaemon(true);
        listening.start();
    }

    public int status() {
        return answer.statusCode();
    }

    private void listen() {
        try (var lines = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
            var event = new HashMap<String, String>();
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.isEmpty()) {
                    if (event.containsKey("event")) events.add(event(event));
                    event.clear();
                } else if (line.indexOf(':') > 0) {
                    event.put(line.substring(0, line.indexOf(':')), line.substring(line.indexOf(':') + 1));
                }
            }
        } catch (IOException closed) {
            // by us
        }
    }

    private static Event event(Map<String, String> lines) {
        return new Event(lines.get("event"), lines.getOrDefault("id", ""), json(lines.getOrDefault("data", "")));
    }

    private static JsonNode json(String data) {
        try {
            return Http.JSON.readTree(data.isEmpty() ? "null" : data);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Event hears(String name, Predicate<Event> like) {
        return await().atMost(Duration.ofSeconds(90)).until(() -> find(name, like), found -> found != null);
    }

    private Event find(String name, Predicate<Event> like) {
        return events.stream()
                .filter(event -> event.name().equals(name))
                .filter(like)
                .findFirst()
                .orElse(null);
    }

    public List<Event> heard() {
        return List.copyOf(events);
    }

    /** What a browser would name when it comes back. */
    public String lastHeard() {
        return events.get(events.size() - 1).id();
    }

    @Override
    public void close() {
        try {
            answer.body().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
