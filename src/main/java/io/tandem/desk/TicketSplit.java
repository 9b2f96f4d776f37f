package io.tandem.desk;

import io.tandem.api.Problem;
import io.tandem.channel.Channels;
import io.tandem.process.AgentTask;
import io.tandem.process.AgentTasks;
import io.tandem.process.TicketProcess;
import io.tandem.process.Transactions;
import io.tandem.ticket.Message;
import io.tandem.ticket.Messages;
import io.tandem.ticket.Relations;
import io.tandem.ticket.Ticket;
import io.tandem.ticket.Ticket.Handover;
import io.tandem.ticket.Ticket.Opening;
import io.tandem.ticket.Tickets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** A ticket with two matters becomes two: the chosen messages are said on a new one, too, which the agent has as well. */
@Component
class TicketSplit {

    private final AgentTasks tasks;
    private final Tickets tickets;
    private final Messages messages;
    private final Relations relations;
    private final TicketProcess process;
    private final Channels channels;
    private final Notes notes;
    private final Transactions transactions;

    TicketSplit(
            AgentTasks tasks,
            Tickets tickets,
            Messages messages,
            Relations relations,
            TicketProcess process,
            Channels channels,
            Notes notes,
            Transactions transactions) {
        this.tasks = tasks;
        this.tickets = tickets;
        this.messages = messages;
        this.relations = relations;
        this.process = process;
        this.channels = channels;
        this.notes = notes;
        this.transactions = transactions;
    }

    /**
     * The agent takes the ticket at hand; the new one is theirs as well.
     *
     * @param chosen the ids of the messages that belong to the other matter
     * @param id the page's id of the split: the same again is the same split
     * @return the new ticket
     * @throws AgentTask.TakenByOther if somebody else has the ticket at hand
     */
    Ticket split(String task, Set<UUID> chosen, String agent, String id) {
        return transactions.inOne(() -> {
            var from = tickets.lock(tasks.getOfTicket(task).ticket());
            var request = Desk.replyId(from.id(), agent, id);
            var before = relations.splitBy(request);
            if (before.isPresent()) return tickets.get(before.get());
            var said = chosen(from, chosen);
            var held = tasks.claim(task, agent);
            var ticket = open(from, said, request);
            process.openWithPerson(ticket, Handover.SPLIT, tasks.groupOf(held), from.priority());
            tasks.openOn(ticket.id()).ifPresent(opened -> tasks.claim(opened.id(), agent));
            tell(tickets.get(from.id()), tickets.get(ticket.id()), agent);
            return tickets.get(ticket.id());
        });
    }

    private List<Message> chosen(Ticket from, Set<UUID> chosen) {
        var said = messages.of(from.id()).stream()
                .filter(message -> chosen.contains(message.id()))
                .toList();
        if (said.stream().noneMatch(message -> message.isFrom(Message.Author.CUSTOMER))) {
            throw new Problem(HttpStatus.BAD_REQUEST, "nothingToSplit");
        }
        return said;
    }

    private Ticket open(Ticket from, List<Message> said, String request) {
        var ticket = tickets.open(
                new Opening(from.customer(), from.channel(), from.address().orElse(null), from.language(), null));
        said.forEach(message -> tickets.copy(message, ticket));
        relations.splitOff(from.id(), ticket.id(), request);
        return ticket;
    }

    /** The customer hears of it once, where they are reading. */
    private void tell(Ticket from, Ticket ticket, String agent) {
        notes.record(from, "together.note.split", agent, Map.of("number", ticket.number()));
        notes.record(ticket, "together.note.splitFrom", agent, Map.of("number", from.number()));
        channels.say(from, "system.split", Map.of("number", ticket.number()));
    }
}
