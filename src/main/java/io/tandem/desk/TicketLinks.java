package io.tandem.desk;

import io.tandem.api.Problem;
import io.tandem.process.AgentTasks;
import io.tandem.process.Transactions;
import io.tandem.ticket.Relations;
import io.tandem.ticket.Ticket;
import io.tandem.ticket.Tickets;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Two tickets that should be seen together, of whichever customer. */
@Component
class TicketLinks {

    private final AgentTasks tasks;
    private final Tickets tickets;
    private final Relations relations;
    private final Sight sight;
    private final Notes notes;
    private final Transactions transactions;

    TicketLinks(
            AgentTasks tasks,
            Tickets tickets,
            Relations relations,
            Sight sight,
            Notes notes,
            Transactions transactions) {
        this.tasks = tasks;
        this.tickets = tickets;
        this.relations = relations;
        this.sight = sight;
        this.notes = notes;
        this.transactions = transactions;
    }

    /** Linked already is linked. */
    void link(String task, long number, String agent) {
        change(task, number, agent, "together.note.linked", (one, other) -> relations.link(one.id(), other.id()));
    }

    void unlink(String task, long number, String agent) {
        change(task, number, agent, "together.note.unlinked", (one, other) -> relations.unlink(one.id(), other.id()));
    }

    private interface Change {
        /** @return whether it was not so before */
        boolean on(Ticket one, Ticket other);
    }

    private void change(String task, long number, String agent, String text, Change change) {
        transactions.inOne(() -> {
            var one = tickets.get(tasks.getOfTicket(task).ticket());
            var other = sight.find(number, one, agent);
            if (other.id().equals(one.id())) throw new Problem(HttpStatus.BAD_REQUEST, "sameTicket");
            tickets.lockBoth(one.id(), other.id());
            if (!change.on(one, other)) return;
            notes.record(tickets.get(one.id()), text, agent, Map.of("number", other.number()));
            notes.record(tickets.get(other.id()), text, agent, Map.of("number", one.number()));
        });
    }
}
