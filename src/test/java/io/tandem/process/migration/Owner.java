package io.tandem.process.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.tandem.content.FolderOnDisk;
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
    private final Path folder;
    private final LiveModels models;
    private final Map<Path, String> before = new HashMap<>();

    public Owner(int port, ApplicationContext tandem) {
        otto = AgentAtDesk.signsIn(port, "otto");
        folder = tandem.getBean(FolderOnDisk.class).path();
        models = tandem.getBean(LiveModels.class);
    }

    /** Live when this comes back. */
    public void saves(String file, String old, String now) {
        var path = folder.resolve(file);
        try {
            var was = Files.readString(path);
            assertThat(was).contains(old);
            before.putIfAbsent(path, was);
            isLiveAfter(() -> Files.writeString(path, was.replace(old, now)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private interface Save {
        void run() throws IOException;
    }

    private void isLiveAfter(Save save) throws IOException {
        var live = models.now().deployment();
        save.run();
        await().atMost(PATIENCE).until(() -> !models.now().deployment().equals(live));
    }

    /** All as it was before this owner came. */
    public void takesItBack() {
        if (before.isEmpty()) return;
        try {
            isLiveAfter(() -> {
                for (var file : before.entrySet()) Files.writeString(file.getKey(), file.getValue());
            });
            before.clear();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
        return await().atMost(PATIENCE)
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
