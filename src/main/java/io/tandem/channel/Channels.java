package io.tandem.channel;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toUnmodifiableMap;

import io.tandem.content.Texts;
import io.tandem.ticket.Message;
import io.tandem.ticket.Ticket;
import io.tandem.ticket.Tickets;
import io.tandem.ticket.Words;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The ways out: each message goes where its ticket's customer writes from, once. */
@Component
public class Channels {

    private final Map<String, Channel> channels;
    private final Deliveries deliveries;
    private final Tickets tickets;
    private final Texts texts;

    Channels(List<Channel> channels, Deliveries deliveries, Tickets tickets, Texts texts) {
        this.channels = channels.stream().collect(toUnmodifiableMap(Channel::name, identity()));
        this.deliveries = deliveries;
        this.tickets = tickets;
        this.texts = texts;
    }

    /** Says something in Tandem's own words, in the ticket's language. The caller holds the ticket. */
    public void say(Ticket ticket, String text, Map<String, ?> values) {
        send(ticket, tickets.add(ticket, Words.ofSystem(texts.get(ticket.language(), text, values))));
    }

    /** Sends a stored message; one that is known to be sent stays sent. */
    public void send(Ticket ticket, Message message) {
        if (deliveries.isSent(message.id())) return;
        var channel = channels.get(ticket.channel());
        if (channel == null) {
            throw new IllegalStateException("Ticket %d came by the channel '%s', which is not connected"
                    .formatted(ticket.number(), ticket.channel()));
        }
        channel.send(ticket, message);
        deliveries.recordSent(message.id());
    }
}
