package io.tandem.channel;

import io.tandem.ticket.Message.Author;
import io.tandem.ticket.Messages;
import io.tandem.ticket.Tickets;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Sends what agents have replied. */
@Component
class AgentVoice {

    private final Tickets tickets;
    private final Messages messages;
    private final Deliveries deliveries;
    private final Channels channels;

    AgentVoice(Tickets tickets, Messages messages, Deliveries deliveries, Channels channels) {
        this.tickets = tickets;
        this.messages = messages;
        this.deliveries = deliveries;
        this.channels = channels;
    }

    /**
     * Sends every reply that is stored and has not been sent.
     *
     * @param seen the position of the last message that the agent had before them
     * @return whether the customer has written since then
     */
    boolean sendReplies(UUID id, int seen) {
        var ticket = tickets.lock(id);
        var pending = deliveries.pendingOn(id);
        messages.of(id).stream()
                .filter(message -> message.isFrom(Author.AGENT) && pending.contains(message.id()))
                .forEach(message -> channels.send(ticket, message));
        return messages.customerWroteAfter(id, seen);
    }
}
