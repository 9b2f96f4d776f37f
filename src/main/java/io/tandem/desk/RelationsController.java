package io.tandem.desk;

import io.tandem.api.Problem;
import io.tandem.desk.TaskView.DeskMessage;
import io.tandem.process.AgentTasks;
import io.tandem.ticket.Ticket;
import io.tandem.ticket.Tickets;
import java.security.Principal;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What the agent's form calls to link, merge and split tickets. Others are named by their numbers. */
@RestController
@RequestMapping(path = "/api/desk/tasks/{task}", produces = MediaType.APPLICATION_JSON_VALUE)
class RelationsController {

    private final TicketLinks links;
    private final TicketMerge merge;
    private final TicketSplit split;
    private final Sight sight;
    private final AgentTasks tasks;
    private final Tickets tickets;
    private final TaskViews views;
    private final Attempt attempt;

    RelationsController(
            TicketLinks links,
            TicketMerge merge,
            TicketSplit split,
            Sight sight,
            AgentTasks tasks,
            Tickets tickets,
            TaskViews views,
            Attempt attempt) {
        this.links = links;
        this.merge = merge;
        this.split = split;
        this.sight = sight;
        this.tasks = tasks;
        this.tickets = tickets;
        this.views = views;
        this.attempt = attempt;
    }

    /** All that was said on another ticket, to be read beside this one. */
    record Other(long number, String language, Ticket.State state, List<DeskMessage> messages) {}

    @GetMapping("/tickets/{number}")
    Other read(@PathVariable String task, @PathVariable long number, Principal agent) {
        var from = tickets.get(Attempt.known(() -> tasks.get(task).ticket()));
        var other = sight.find(number, from, agent.getName());
        return new Other(other.number(), other.language(), other.state(), views.messages(other, 0));
    }

    @PutMapping("/links/{number}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void link(@PathVariable String task, @PathVariable long number, Principal agent) {
        attempt.to(() -> links.link(task, number, agent.getName()));
    }

    @DeleteMapping("/links/{number}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void unlink(@PathVariable String task, @PathVariable long number, Principal agent) {
        attempt.to(() -> links.unlink(task, number, agent.getName()));
    }

    @PutMapping("/merged/{number}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void merge(@PathVariable String task, @PathVariable long number, Principal agent) {
        attempt.to(() -> merge.merge(task, number, agent.getName()));
    }

    /** @param messages the ids of those that belong to the other matter */
    record NewSplit(@Nullable Set<UUID> messages, @Nullable String id) {}

    record SplitOff(long number) {}

    @PostMapping("/splits")
    @ResponseStatus(HttpStatus.CREATED)
    SplitOff split(@PathVariable String task, @RequestBody NewSplit request, Principal agent) {
        var messages = request.messages();
        if (messages == null) throw new Problem(HttpStatus.BAD_REQUEST, "nothingToSplit");
        var id = DeskController.idOf(request.id());
        return new SplitOff(attempt.to(() -> split.split(task, messages, agent.getName(), id))
                .number());
    }
}
