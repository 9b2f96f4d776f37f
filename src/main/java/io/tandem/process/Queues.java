package io.tandem.process;

import io.tandem.ticket.Ticket;
import io.tandem.ticket.Ticket.Holder;
import io.tandem.ticket.Tickets;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Puts each ticket where those see it who can help, and never where nobody does. */
@Component
public class Queues {

    /** The task that a ticket waits at for a person. */
    static final String HELP = "userTask_help";

    /** Both asked for late: they are the engine's, which asks for the queues while it starts. */
    private final ObjectProvider<Staff> staff;

    private final ObjectProvider<TaskService> tasks;
    private final Tickets tickets;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Queues(
            ObjectProvider<Staff> staff,
            ObjectProvider<TaskService> tasks,
            Tickets tickets,
            ApplicationEventPublisher events,
            Clock clock) {
        this.staff = staff;
        this.tasks = tasks;
        this.tickets = tickets;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Those who have the skill and speak the language; if there is nobody, the agents who speak the language; if there is
     * nobody either, all agents; and where there are no agents, the leads.
     */
    public Queue forAllWhoFit(String skill, String language) {
        var staff = this.staff.getObject();
        if (staff.anybodyFits(skill, language)) return Queue.of(skill, language);
        if (staff.anybodyFits(Staff.AGENTS, language)) return Queue.of(Staff.AGENTS, language);
        return Queue.of(staff.hasMembers(Staff.AGENTS) ? Staff.AGENTS : Staff.LEADS);
    }

    /** Puts a waiting ticket where it belongs by now; one that has no task yet stays as it is. */
    public void settle(UUID id) {
        var ticket = tickets.lock(id);
        if (ticket.holder() == Holder.QUEUE) settle(ticket);
    }

    /** Nobody is asked first any more. */
    public void openToAll(UUID id) {
        var ticket = tickets.lock(id);
        ticket.keepForNobody();
        tickets.save(ticket);
        if (ticket.holder() == Holder.QUEUE) settle(ticket);
    }

    private void settle(Ticket ticket) {
        helpWanted().processInstanceBusinessKey(ticket.id().toString()).taskUnassigned().list().stream()
                .findFirst()
                .ifPresent(task -> settle(ticket, task));
    }

    private void settle(Ticket ticket, Task task) {
        var group = candidateGroup(task);
        var before = ticket.route().queue();
        var skill = ticket.route().skill();
        settle(
                ticket,
                skill != null ? skill : group.orElse(Staff.AGENTS),
                before != null ? before : group.orElse(null),
                left -> tasks.getObject().deleteCandidateGroup(task.getId(), left),
                entered -> tasks.getObject().addCandidateGroup(task.getId(), entered));
    }

    private Optional<String> candidateGroup(Task task) {
        return tasks.getObject().getIdentityLinksForTask(task.getId()).stream()
                .filter(link -> IdentityLinkType.CANDIDATE.equals(link.getType()) && link.getGroupId() != null)
                .map(IdentityLink::getGroupId)
                .findFirst();
    }

    /** Moves the ticket and its task from one queue to another, by what the caller has at hand for that. */
    void settle(Ticket ticket, String skill, @Nullable String before, Consumer<String> leave, Consumer<String> enter) {
        var queue = ticket.route()
                .keptAt(clock.instant())
                .map(Queue::ofOne)
                .orElseGet(() -> forAllWhoFit(skill, ticket.language()));
        if (!queue.isOfOne()) ticket.keepForNobody();
        if (!queue.id().equals(before)) {
            if (before != null) leave.accept(before);
            enter.accept(queue.id());
        }
        var left = ticket.route().queue();
        ticket.waitIn(queue.id(), skill);
        tickets.save(ticket);
        if (!queue.id().equals(left)) events.publishEvent(new Ticket.Queued(ticket.id(), left, left != null));
    }

    /** How many tickets wait for this agent to do something; not those in which the customer is to reply. */
    public int heldBy(String agent) {
        return Math.toIntExact(helpWanted().taskAssignee(agent).count());
    }

    private TaskQuery helpWanted() {
        return tasks.getObject().createTaskQuery().taskDefinitionKey(HELP);
    }
}
