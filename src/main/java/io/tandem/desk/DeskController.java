package io.tandem.desk;

import io.tandem.api.FitText;
import io.tandem.api.Problem;
import io.tandem.desk.TaskView.DeskMessage;
import io.tandem.live.LiveFeed;
import io.tandem.live.LiveStreams;
import io.tandem.live.SignedIn;
import io.tandem.process.AgentTask.Action;
import io.tandem.process.AgentTasks;
import io.tandem.process.Staff;
import io.tandem.process.Transactions;
import io.tandem.ticket.Tickets;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** What the agent's form in Tasklist calls. */
@RestController
@RequestMapping(path = "/api/desk", produces = MediaType.APPLICATION_JSON_VALUE)
class DeskController {

    private final Desk desk;
    private final TaskViews views;
    private final AgentTasks tasks;
    private final Tickets tickets;
    private final Drafts drafts;
    private final Staff staff;
    private final LiveStreams streams;
    private final Transactions transactions;
    private final Attempt attempt;
    private final Presence presence;
    private final Sight sight;

    DeskController(
            Desk desk,
            TaskViews views,
            AgentTasks tasks,
            Tickets tickets,
            Drafts drafts,
            Staff staff,
            LiveStreams streams,
            Transactions transactions,
            Attempt attempt,
            Presence presence,
            Sight sight) {
        this.desk = desk;
        this.views = views;
        this.tasks = tasks;
        this.tickets = tickets;
        this.drafts = drafts;
        this.staff = staff;
        this.streams = streams;
        this.transactions = transactions;
        this.attempt = attempt;
        this.presence = presence;
        this.sight = sight;
    }

    record Me(String user, String name, List<String> groups, String language) {}

    @GetMapping("/me")
    Me me(Principal agent, Locale locale) {
        var user = agent.getName();
        return new Me(user, staff.nameOf(user), staff.groupsOf(user), locale.getLanguage());
    }

    @GetMapping("/tasks/{task}")
    TaskView show(@PathVariable String task, Principal agent, Locale locale) {
        return attempt.to(() -> views.of(tasks.getOpen(task), agent.getName(), locale));
    }

    /**
     * @param action {@code wait} for the customer or {@code resolve}
     * @param attachments ids of files that this agent has uploaded for this ticket; with files it needs no text
     * @param seen the position of the last message that the agent had before them; else all that is there
     */
    record Reply(
            @Nullable String text,
            @Nullable String action,
            @Nullable String id,
            @Nullable Integer seen,
            @Nullable List<UUID> attachments) {

        List<UUID> files() {
            return attachments == null ? List.of() : attachments;
        }
    }

    record Replied(Optional<DeskMessage> message) {}

    @PostMapping("/tasks/{task}/reply")
    Replied reply(@PathVariable String task, @RequestBody Reply reply, Principal agent) {
        var action = "resolve".equals(reply.action()) ? Action.RESOLVE : Action.WAIT;
        if (action == Action.WAIT && !"wait".equals(reply.action())) {
            throw new Problem(HttpStatus.BAD_REQUEST, "badAction");
        }
        var message = attempt.to(() ->
                desk.reply(task, agent.getName(), reply.text(), reply.files(), action, idOf(reply.id()), reply.seen()));
        return new Replied(message.map(said -> views.view(tickets.get(said.ticket()), said)));
    }

    record Note(
            @Nullable String text,
            @Nullable String id,
            @Nullable List<UUID> attachments) {

        List<UUID> files() {
            return attachments == null ? List.of() : attachments;
        }
    }

    @PostMapping("/tasks/{task}/note")
    @ResponseStatus(HttpStatus.CREATED)
    DeskMessage note(@PathVariable String task, @RequestBody Note note, Principal agent) {
        var text = note.files().isEmpty() ? FitText.message(note.text()) : FitText.caption(note.text());
        var said = Attempt.known(() -> desk.note(task, agent.getName(), text, note.files(), idOf(note.id())));
        return views.view(tickets.get(said.ticket()), said);
    }

    /** To one of both. */
    record To(@Nullable String group, @Nullable String user) {}

    record PassOn(@Nullable To to, @Nullable String note) {}

    @PostMapping("/tasks/{task}/pass")
    void passOn(@PathVariable String task, @RequestBody PassOn request, Principal agent) {
        var to = request.to() == null ? new To(null, null) : request.to();
        attempt.to(() -> desk.passOn(task, agent.getName(), to.group(), to.user(), request.note()));
    }

    record NewDraft(@Nullable String text) {}

    @PutMapping("/tasks/{task}/draft")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void draft(@PathVariable String task, @RequestBody NewDraft draft, Principal agent) {
        var text = FitText.caption(draft.text());
        var ticket = Attempt.known(() -> tasks.get(task).ticket());
        transactions.inOne(() -> drafts.keep(ticket, agent.getName(), text));
    }

    @GetMapping(path = "/tasks/{task}/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter events(
            @PathVariable String task,
            Principal agent,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastHeard,
            HttpServletRequest request) {
        var ticket = Attempt.known(() -> tasks.get(task).ticket());
        var told = LiveFeed.position(lastHeard);
        var session = SignedIn.by(request);
        return streams.open(
                ticket, new AgentFeed(task, ticket, agent.getName(), told, tickets, views, presence, sight, session));
    }

    static String idOf(@Nullable String id) {
        return id == null ? UUID.randomUUID().toString() : FitText.id(id);
    }
}
