package io.tandem.desk;

import io.tandem.api.Problem;
import io.tandem.channel.Deliveries;
import io.tandem.process.AgentTasks;
import io.tandem.process.Staff;
import io.tandem.process.TicketProcess;
import io.tandem.process.Transactions;
import io.tandem.ticket.Messages;
import io.tandem.ticket.Ticket;
import io.tandem.ticket.Ticket.Holder;
import io.tandem.ticket.Ticket.Resolution;
import io.tandem.ticket.Tickets;
import java.time.Clock;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Two tickets of one customer become one: all that was said on the other one is said on the one at hand, too. */
@Component
class TicketMerge {

    private final AgentTasks tasks;
    private final Tickets tickets;
    private final Messages messages;
    private final Deliveries deliveries;
    private final TicketProcess process;
    private final Sight sight;
    private final Notes notes;
    private final Staff staff;
    private final Transactions transactions;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    TicketMerge(
            AgentTasks tasks,
            Tickets tickets,
            Messages messages,
            Deliveries deliveries,
            TicketProcess process,
            Sight sight,
            Notes notes,
            Staff staff,
            Transactions transactions,
            ApplicationEventPublisher events,
            Clock clock) {
        this.tasks = tasks;
        this.tickets = tickets;
        this.messages = messages;
        this.deliveries = deliveries;
        this.process = process;
        this.sight = sight;
        this.notes = notes;
        this.staff = staff;
        this.transactions = transactions;
        this.events = events;
        this.clock = clock;
    }

    /**
     * The agent takes the ticket at hand, and the other one ends in it. Merged already is merged.
     *
     * @throws io.tandem.process.AgentTask.TakenByOther if somebody else has the ticket at hand
     */
    void merge(String task, long number, String agent) {
        transactions.inOne(() -> {
            var here = tickets.get(tasks.getOfTicket(task).ticket());
            var other = sight.find(number, here, agent);
            tickets.lockBoth(here.id(), other.id());
            tasks.claim(task, agent);
            merge(tickets.get(other.id()), tickets.get(here.id()), agent);
        });
    }

    private void merge(Ticket other, Ticket survivor, String agent) {
        if (other.mergedInto().filter(survivor.id()::equals).isPresent()) return;
        check(other, survivor, agent);
        notes.record(survivor, "together.note.merged", agent, Map.of("number", other.number()));
        copy(other, survivor);
        notes.record(other, "together.note.mergedInto", agent, Map.of("number", survivor.number()));
        other.mergeInto(survivor, clock.instant());
        tickets.save(other);
        events.publishEvent(new Ticket.Resolved(other.id(), Resolution.MERGED));
        process.merged(other);
    }

    /** What was split off before is not said twice; a reply that has not gone out yet goes out with the next one here. */
    private void copy(Ticket other, Ticket survivor) {
        var pending = deliveries.pendingOn(other.id());
        var here = messages.of(survivor.id());
        for (var message : messages.of(other.id())) {
            if (here.stream().anyMatch(message::isCopyOf)) continue;
            var copy = tickets.copy(message, survivor);
            if (pending.contains(message.id())) deliveries.await(copy.id());
        }
    }

    private void check(Ticket other, Ticket survivor, String agent) {
        if (other.id().equals(survivor.id())) throw new Problem(HttpStatus.BAD_REQUEST, "sameTicket");
        if (!other.customer().equals(survivor.customer())) throw new Problem(HttpStatus.CONFLICT, "otherCustomer");
        if (!other.isOpen() || !survivor.isOpen()) throw new Problem(HttpStatus.CONFLICT, "ticketNotOpen");
        if (other.holder() == Holder.AGENT) {
            other.agent()
                    .filter(holder -> !holder.equals(agent) && staff.reachesDesk(holder))
                    .ifPresent(holder -> {
                        throw new Problem(HttpStatus.CONFLICT, "otherHasIt", Map.of("name", staff.nameOf(holder)));
                    });
        }
    }
}
