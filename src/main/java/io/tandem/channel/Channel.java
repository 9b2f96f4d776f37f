package io.tandem.channel;

import io.tandem.ticket.Message;
import io.tandem.ticket.Ticket;

/** A way to the customer. A new one is a new package and no edit elsewhere. */
public interface Channel {

    /** The name that tickets and messages carry, e.g. {@code web}. */
    String name();

    /**
     * Brings the message to the customer. May be called again for the same message after a failure, so it hands its id
     * on where the way has a use for it.
     */
    void send(Ticket ticket, Message message);
}
