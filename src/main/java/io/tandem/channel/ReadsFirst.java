package io.tandem.channel;

import io.tandem.ticket.Ticket;

/** Reads what customers write before anybody else does. What is meant for it the bot does not answer. */
public interface ReadsFirst {

    /** Changes nothing; the ticket is held. */
    boolean isMeant(Ticket ticket, String text);

    /** The words are stored, the ticket is held, and they are meant for it. */
    void read(Ticket ticket, String text);
}
