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
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** An agent who is logged in and works on tickets as the form in Tasklist does. */
public final class AgentAtDesk {

    private static final String ENGINE = "/camunda/api/engine/engine/default";
    private static final String TASKS = ENGINE + "/task";

    private final Http http;

    private AgentAtDesk(Http http) {
        this.http = http;
    }

    public static AgentAtDesk signsIn(int port, String user) {
        var http = new Http(port);
        http.signIn(user, "tandem");
        return new AgentAtDesk(http);
    }

    /** The same agent in the same browser, on another node. */
    public AgentAtDesk at(int otherPort) {
        return new AgentAtDesk(http.at(otherPort));
    }

    /** The open task of a ticket, out of the list that Tasklist shows to this agent. */
    public String taskOf(UUID ticket) {
        return await().atMost(Duration.ofSeconds(90))
                .until(() -> find(ticket), Optional::isPresent)
                .orElseThrow();
    }

    public Optional<String> find(UUID ticket) {
        var tasks = http.send("GET", TASKS + "?processInstanceBusinessKey=" + ticket, null)
                .body();
        return StreamSupport.stream(tasks.spliterator(), false)
                .map(task -> task.path("id").asText())
                .findFirst();
    }

    /** Whether Tasklist shows it to this agent among the tickets of their groups. */
    public boolean findsAmongGroups(UUID ticket) {
        var list = ENGINE + "/filter/" + filter("groups") + "/list";
        var found = inTasklist(list, Map.of("processInstanceBusinessKey", ticket));
        assertThat(found.status()).isEqualTo(200);
        return !found.body().isEmpty();
    }

    /** The id of the filter of Tasklist whose name has these words. */
    public String filter(String words) {
        var name = URLEncoder.encode("%" + words + "%", StandardCharsets.UTF_8);
        var filters =
                http.send("GET", ENGINE + "/filter?nameLike=" + name, null).body();
        return filters.path(0).path("id").asText();
    }

    /** A page of a filter's list, asked for as Tasklist does. */
    public Answer lists(String filter, int from) {
        if (http.cookie("XSRF-TOKEN").isEmpty()) http.send("GET", TASKS + "/count", null);
        return http.send(
                "POST",
                ENGINE + "/filter/" + filter + "/list?firstResult=" + from + "&maxResults=15",
                Map.of(
                        "processVariables", List.of(),
                        "taskVariables", List.of(),
                        "caseInstanceVariables", List.of(),
                        "sorting", List.of(Map.of("sortBy", "created", "sortOrder", "desc")),
                        "active", true,
                        "firstResult", from,
                        "maxResults", 15),
                "X-XSRF-TOKEN",
                http.cookie("XSRF-TOKEN"),
                "Accept",
                "application/hal+json, application/json; q=0.5");
    }

    public JsonNode opens(String task) {
        var form = http.send("GET", "/api/desk/tasks/" + task, null);
        assertThat(form.status()).isEqualTo(200);
        return form.body();
    }

    public Answer replies(String task, String text, String action) {
        return act("POST", task, "/reply", Map.of("text", text, "action", action, "id", UUID.randomUUID()));
    }

    public Answer notes(String task, String text) {
        return act("POST", task, "/note", Map.of("text", text, "id", UUID.randomUUID()));
    }

    public Answer passesOn(String task, Map<String, String> to, String note) {
        return act("POST", task, "/pass", Map.of("to", to, "note", note));
    }

    public Answer act(String method, String task, String path, Object body) {
        return send(method, "/api/desk/tasks/" + task + path, body);
    }

    public Answer send(String method, String path, Object body) {
        return http.send(method, path, body, "X-TANDEM-CSRF", http.cookie("TANDEM-CSRF"));
    }

    public Answer uploads(String task, byte[] file, String disposition) {
        return http.upload(
                "/api/desk/tasks/" + task + "/attachments",
                file,
                "X-TANDEM-CSRF",
                http.cookie("TANDEM-CSRF"),
                "Content-Disposition",
                disposition);
    }

    public HttpResponse<byte[]> downloads(String task, String attachment) {
        return http.download("/api/desk/tasks/" + task + "/attachments/" + attachment);
    }

    /** Has Tasklist open, wherever in it. */
    public LiveLine listens() {
        return new LiveLine(http.opens("/api/desk/news"));
    }

    /** Has the ticket's form open. */
    public LiveLine follows(String task) {
        return new LiveLine(http.opens("/api/desk/tasks/" + task + "/events"));
    }

    /** Has it open still, after the line was broken. */
    public LiveLine followsAgain(String task, String lastHeard) {
        return new LiveLine(http.opens("/api/desk/tasks/" + task + "/events", "Last-Event-ID", lastHeard));
    }

    /** As a browser does it whose line was broken. */
    public LiveLine listensAgain(String lastHeard) {
        return new LiveLine(http.opens("/api/desk/news", "Last-Event-ID", lastHeard));
    }

    /** As another site would do it, which cannot know the token. */
    public Answer sendForged(String method, String path) {
        return http.send(method, path, null);
    }

    /** Presses Tasklist's own button "Claim". */
    public Answer claimsInTasklist(String task, String user) {
        return inTasklist(TASKS + "/" + task + "/claim", Map.of("userId", user));
    }

    private Answer inTasklist(String path, Object body) {
        http.send("GET", TASKS + "/count", null);
        return http.send("POST", path, body, "X-XSRF-TOKEN", http.cookie("XSRF-TOKEN"));
    }
}
