package io.tandem.channel;

import io.tandem.process.Transactions;
import io.tandem.ticket.Message;
import io.tandem.ticket.Message.Author;
import io.tandem.ticket.Messages;
import io.tandem.ticket.Ticket;
import io.tandem.ticket.Tickets;
import io.tandem.ticket.Words;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * What somebody says of a message of ours, and it may be true or made up: that it did not arrive. Nothing fails of it, but if a
 * person wrote the message, one looks; once a message, for whoever makes it up can do so a thousand times.
 */
@Component
public class Rumours {

    private final Tickets tickets;
    private final Messages messages;
    private final Deliveries deliveries;
    private final Rescue rescue;
    private final Transactions transactions;

    Rumours(Tickets tickets, Messages messages, Deliveries deliveries, Rescue rescue, Transactions transactions) {
        this.tickets = tickets;
        this.messages = messages;
        this.deliveries = deliveries;
        this.rescue = rescue;
        this.transactions = transactions;
    }

    /** @param note what the agents read, at the first time */
    public void notArrived(UUID id, String note) {
        transactions.inOne(() -> {
            var message = messages.find(id).orElseThrow();
            var ticket = tickets.lockSurvivor(message.ticket());
            if (isNews(message, ticket, note) && message.isFrom(Author.AGENT)) rescue.after(message, ticket);
        });
    }

    private boolean isNews(Message message, Ticket ticket, String note) {
        var once = "rumour/%s/%s".formatted(ticket.id(), message.id());
        if (messages.saidOn(ticket.id(), once).isPresent()) return false;
        tickets.add(ticket, Words.note(Author.SYSTEM, null, note, once));
        // Of what is known to be lost everybody has heard.
        return !deliveries.isGivenUp(message.id());
    }
}
