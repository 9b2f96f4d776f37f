package io.tandem.channel.messenger;

import io.tandem.ticket.Addresses;
import io.tandem.ticket.Addresses.Address;
import io.tandem.ticket.Message;
import io.tandem.ticket.Tickets;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Under what customers of a messenger press. What was said to somebody else at the same address stands there for ever, buttons
 * and all: under that, nobody presses in their name.
 */
@Component
public class PressedMessages {

    private final SentParts parts;
    private final Addresses addresses;
    private final Tickets tickets;

    PressedMessages(SentParts parts, Addresses addresses, Tickets tickets) {
        this.parts = parts;
        this.addresses = addresses;
        this.tickets = tickets;
    }

    /** The message of which this was a part, if it was said to the customer who is known at the address. */
    public Optional<Message> of(String channel, String address, String providerId) {
        var owner = addresses.owner(new Address(channel, address));
        return parts.messageOf(channel, providerId)
                .filter(message ->
                        owner.equals(Optional.of(tickets.get(message.ticket()).customer())));
    }
}
