package io.tandem.process.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.tandem.content.FolderOnDisk;
import io.tandem.content.Saved;
import io.tandem.story.AgentAtDesk;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;

/** A process owner who saves in the folder and decides what happens to the open tickets. */
public final class Owner {

    private static final String HERE = "/api/processes/migrations";
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final AgentAtDesk otto;
    private final ApplicationContext tandem;
    private final Path folder;
    private final LiveModels models;
    /** Null where there was no such file. */
    private final Map<Path, @Nullable String> before = new HashMap<>();

    public Owner(int port, ApplicationContext tandem) {
        this.tandem = tandem;
        otto = AgentAtDesk.signsIn(port, "otto");
        folder = tandem.getBean(FolderOnDisk.class).path();
        models = tandem.getBean(LiveModels.class);
    }

    /** Live when this comes back. */
    public void saves(String file, String old, String now) {
        edits(file, old, now);
        goesLive();
    }

    /** Saved, and not yet noticed. */
    void edits(String file, String old, String now) {
        var text = reads(file);
        assertThat(text).contains(old);
        puts(file, text.replace(old, now));
    }

    String reads(String file) {
        try {
            return Files.readString(folder.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void puts(String file, String text) {
        var path = folder.resolve(file);
        try {
            if (!before.containsKey(path)) before.put(path, Files.exists(path) ? Files.readString(path) : null);
            Files.writeString(path, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Says at once what the watch would notice within two seconds. */
    void goesLive() {
        var live = models.now().deployment();
        tandem.publishEvent(new Saved());
        assertThat(models.now().deployment()).as(this::refusal).isNotEqualTo(live);
    }

    private String refusal() {
        return otto.send("GET", "/api/processes/state", null)
                .body()
                .path("findings")
                .toString();
    }

    /** All as it was before this owner came. */
    public void takesItBack() {
        if (before.isEmpty()) return;
        try {
            for (var file : before.entrySet()) {
                if (file.getValue() == null) Files.delete(file.getKey());
                else Files.writeString(file.getKey(), file.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        before.clear();
        tandem.publishEvent(new Saved());
    }

    public JsonNode plan() {
        return otto.send("GET", HERE + "/plan", null).body();
    }

    public JsonNode sees() {
        return otto.send("GET", HERE, null).body();
    }

    public String starts(boolean dryRun) {
        var started = otto.send("POST", HERE, Map.of("dryRun", dryRun));
        assertThat(started.status()).isEqualTo(201);
        var id = started.body().path("id").asText();
        assertThat(started.raw().headers().firstValue("Location")).contains(HERE + "/" + id);
        return id;
    }

    public int asks(String method, String path, @Nullable Object body) {
        return otto.send(method, HERE + path, body).status();
    }

    public JsonNode looksAt(String migration) {
        return otto.send("GET", HERE + "/" + migration, null).body();
    }

    /** Waits for the end and gives back what came of it. */
    public JsonNode tries(boolean dryRun) {
        return awaits(starts(dryRun));
    }

    public JsonNode awaits(String migration) {
        return awaits(migration, PATIENCE);
    }

    public JsonNode awaits(String migration, Duration patience) {
        return await().atMost(patience)
                .pollInterval(Duration.ofMillis(50))
                .until(
                        () -> looksAt(migration),
                        found -> found.path("state").asText().equals("DONE"));
    }

    static JsonNode of(JsonNode list, String member, String value) {
        return StreamSupport.stream(list.spliterator(), false)
                .filter(each -> each.path(member).asText().equals(value))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No " + value + " in " + list));
    }
}
