package io.tandem.channel;

import io.tandem.content.Texts;
import io.tandem.ticket.Message;
import io.tandem.ticket.Ticket;
import io.tandem.ticket.Tickets;
import io.tandem.ticket.Words;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * The ways out: each message goes where its ticket's customer wrote from last, once. It is stored with the ticket and leaves
 * the house after the commit, so that no provider can hold up a ticket.
 */
@Component
public class Channels {

    private final Lines lines;
    private final Outbox outbox;
    private final Deliveries deliveries;
    private final Tickets tickets;
    private final Texts texts;

    Channels(Lines lines, Outbox outbox, Deliveries deliveries, Tickets tickets, Texts texts) {
        this.lines = lines;
        this.outbox = outbox;
        this.deliveries = deliveries;
        this.tickets = tickets;
        this.texts = texts;
    }

    /** A channel that was made after the start; until {@link #disconnect}. */
    public void connect(Channel channel) {
        lines.connect(channel);
    }

    /** What waits for it goes on waiting. */
    public void disconnect(String channel) {
        lines.disconnect(channel);
    }

    /** Those that carry messages to an address. */
    public List<Channel> sending() {
        return lines.sending().stream().map(ChannelLine::channel).toList();
    }

    /** Says something in Tandem's own words, in the ticket's language. The caller holds the ticket. */
    public void say(Ticket ticket, String text, Map<String, ?> values) {
        send(ticket, add(ticket, text, values));
    }

    /** As {@link #say}, with buttons for a rating where the channel has some. */
    public void askForRating(Ticket ticket, String text) {
        send(ticket, add(ticket, text, Map.of()), true);
    }

    private Message add(Ticket ticket, String text, Map<String, ?> values) {
        return tickets.add(ticket, Words.ofSystem(texts.get(ticket.language(), text, values)));
    }

    /** Sends a stored message; one that is on its way already stays so. */
    public void send(Ticket ticket, Message message) {
        send(ticket, message, false);
    }

    private void send(Ticket ticket, Message message, boolean asksRating) {
        if (!deliveries.isToBeSent(message.id())) return;
        // What nobody carries now (somebody took the channel out of the configuration) waits: operators see its age.
        if (lines.find(ticket.channel())
                .filter(line -> line.channel().isFetched())
                .isPresent()) {
            outbox.recordFetched(ticket, message);
        } else {
            outbox.queue(ticket, message, asksRating);
        }
    }

    /**
     * The customer can be reached again: what waits for them is tried at once.
     *
     * @return how many messages that are
     */
    public int hurry(String channel, String address) {
        return outbox.hurry(channel, address);
    }
}
