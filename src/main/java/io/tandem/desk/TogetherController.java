package io.tandem.desk;

import io.tandem.api.FitText;
import io.tandem.api.Problem;
import io.tandem.desk.Presence.State;
import io.tandem.desk.TaskView.DeskMessage;
import io.tandem.process.AgentTasks;
import io.tandem.process.Staff;
import io.tandem.ticket.Message;
import io.tandem.ticket.Tickets;
import java.security.Principal;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What the agent's form calls to bring in colleagues. */
@RestController
@RequestMapping(path = "/api/desk/tasks/{task}", produces = MediaType.APPLICATION_JSON_VALUE)
class TogetherController {

    private final Togethers togethers;
    private final Colleagues colleagues;
    private final Presence presence;
    private final AgentTasks tasks;
    private final Tickets tickets;
    private final TaskViews views;
    private final Staff staff;
    private final Attempt attempt;

    TogetherController(
            Togethers togethers,
            Colleagues colleagues,
            Presence presence,
            AgentTasks tasks,
            Tickets tickets,
            TaskViews views,
            Staff staff,
            Attempt attempt) {
        this.togethers = togethers;
        this.colleagues = colleagues;
        this.presence = presence;
        this.tasks = tasks;
        this.tickets = tickets;
        this.views = views;
        this.staff = staff;
        this.attempt = attempt;
    }

    @GetMapping("/together")
    Together show(@PathVariable String task, Principal agent) {
        return Attempt.known(() -> togethers.of(tasks.get(task), agent.getName()));
    }

    /** @param to a group or a user, one of both */
    record NewQuestion(
            DeskController.@Nullable To to,
            @Nullable String text,
            @Nullable String id) {}

    @PostMapping("/questions")
    @ResponseStatus(HttpStatus.CREATED)
    DeskMessage ask(@PathVariable String task, @RequestBody NewQuestion question, Principal agent) {
        var to = question.to() == null ? new DeskController.To(null, null) : question.to();
        var whom = Receiver.of(to.group(), to.user(), staff);
        var id = DeskController.idOf(question.id());
        return view(Attempt.known(() -> colleagues.ask(task, agent.getName(), whom, question.text(), id)));
    }

    /** @param text nothing if a colleague who was only named has nothing to say */
    record NewAnswer(@Nullable String text, @Nullable String id) {}

    record Answered(Optional<DeskMessage> message) {}

    @PostMapping("/answer")
    Answered answer(@PathVariable String task, @RequestBody NewAnswer answer, Principal agent) {
        var id = DeskController.idOf(answer.id());
        var said = attempt.to(() -> colleagues.answer(task, agent.getName(), answer.text(), id));
        return new Answered(said.map(this::view));
    }

    /** The reader has seen what came of their questions. */
    @PutMapping("/outcomes")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void read(@PathVariable String task, Principal agent) {
        attempt.to(() -> colleagues.read(task, agent.getName()));
    }

    /** @param state reading, typing or gone */
    record Here(@Nullable String page, @Nullable String state) {}

    @PutMapping("/presence")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void here(@PathVariable String task, @RequestBody Here here, Principal agent) {
        var state = Arrays.stream(State.values())
                .filter(known -> Together.Relation.inJson(known).equals(here.state()))
                .findFirst()
                .orElseThrow(() -> new Problem(HttpStatus.BAD_REQUEST, "badRequest"));
        var page = FitText.id(here.page() == null ? "" : here.page());
        presence.is(Attempt.known(() -> tasks.get(task).ticket()), agent.getName(), page, state);
    }

    private DeskMessage view(Message said) {
        return views.view(tickets.get(said.ticket()), said);
    }
}
