package io.tandem.channel;

import io.tandem.channel.Deliveries.State;
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
        say(ticket, Words.ofSystem(texts.get(ticket.language(), text, values)));
    }

    /** Stores the words and sends them. The caller holds the ticket. */
    public void say(Ticket ticket, Words words) {
        say(ticket, words, false);
    }

    /** As {@link #say}, with buttons for a rating where the channel has some. */
    public void askForRating(Ticket ticket, String text) {
        say(ticket, Words.ofSystem(texts.get(ticket.language(), text, Map.of())), true);
    }

    private void say(Ticket ticket, Words words, boolean asksRating) {
        put(ticket, tickets.add(ticket, words), asksRating, false);
    }

    /** Sends a stored message; one that is on its way already stays so. */
    public void send(Ticket ticket, Message message) {
        var state = deliveries.stateOf(message.id());
        if (state.isEmpty() || state.get() == State.PENDING) put(ticket, message, false, state.isPresent());
    }

    /** @param known whether it is known that the message is to be sent */
    private void put(Ticket ticket, Message message, boolean asksRating, boolean known) {
        // What nobody carries now (somebody took the channel out of the configuration) waits: operators see its age.
        if (lines.find(ticket.channel())
                .filter(line -> line.channel().isFetched())
                .isPresent()) {
            outbox.recordFetched(ticket, message, known);
        } else {
            outbox.queue(ticket, message, asksRating, known);
        }
    }

    /**
     * The customer can be reached again: what waits for them is tried at once. It belongs into one transaction with whatever
     * says so, else something might wait on.
     *
     * @return how many messages that are
     */
    public int hurry(String channel, String address) {
        return outbox.hurry(channel, address);
    }
}
