package io.tandem.channel.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.tandem.channel.Presses;
import io.tandem.ticket.Message;
import io.tandem.ticket.Ticket;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the system is told at once.
 *
 * @param number the ticket's, that people can say
 * @param message our id of the customer's message
 * @param done whether it could be done
 * @param text what became of it, for the customer
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Answer(
        UUID ticket,
        long number,
        @Nullable UUID message,
        @Nullable Boolean done,
        @Nullable String text) {

    static Answer stored(Ticket ticket, Message message) {
        return new Answer(ticket.id(), ticket.number(), message.id(), null, null);
    }

    static Answer pressed(Ticket ticket, Presses.Outcome outcome) {
        return new Answer(ticket.id(), ticket.number(), null, outcome.done(), outcome.text());
    }
}
