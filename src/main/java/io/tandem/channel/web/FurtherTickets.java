package io.tandem.channel.web;

import io.tandem.channel.web.StatusView.TicketKey;
import io.tandem.ticket.Relations;
import io.tandem.ticket.Relations.Kind;
import io.tandem.ticket.Ticket;
import io.tandem.ticket.Tickets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The customer's other tickets, where an agent has made one out of two or two out of one; with the keys to them. */
@Component
class FurtherTickets {

    private final Tickets tickets;
    private final Relations relations;
    private final TicketKeys keys;

    FurtherTickets(Tickets tickets, Relations relations, TicketKeys keys) {
        this.tickets = tickets;
        this.relations = relations;
        this.keys = keys;
    }

    Optional<TicketKey> survivorOf(Ticket ticket) {
        return ticket.mergedInto().map(merged -> keyTo(tickets.survivorOf(ticket)));
    }

    /** Both directions; a ticket that was merged since is found in the one in which it goes on. */
    List<TicketKey> splitFrom(Ticket ticket) {
        return relations.of(ticket.id()).stream()
                .filter(relation -> relation.kind() == Kind.SPLIT)
                .map(relation -> survivor(relation.otherThan(ticket.id())))
                .filter(other -> !other.id().equals(ticket.id()))
                .map(this::keyTo)
                .distinct()
                .toList();
    }

    private Ticket survivor(UUID ticket) {
        return tickets.survivorOf(tickets.get(ticket));
    }

    private TicketKey keyTo(Ticket ticket) {
        return new TicketKey(ticket.id(), ticket.number(), keys.keyTo(ticket.id()));
    }
}
