package io.tandem.channel;

import io.tandem.process.TicketProcess;
import io.tandem.ticket.Message;
import io.tandem.ticket.Message.Author;
import io.tandem.ticket.Ticket;
import io.tandem.ticket.Ticket.Handover;
import io.tandem.ticket.Tickets;
import java.time.Clock;
import org.springframework.stereotype.Component;

/**
 * Brings somebody to a ticket on which an answer never arrived, the bot's or a person's: nobody but us knows that the customer
 * still waits. What Tandem says by itself is worth nobody's time.
 */
@Component
class Rescue {

    private final Lines lines;
    private final OtherWays ways;
    private final Tickets tickets;
    private final TicketProcess process;
    private final Clock clock;

    Rescue(Lines lines, OtherWays ways, Tickets tickets, TicketProcess process, Clock clock) {
        this.lines = lines;
        this.ways = ways;
        this.tickets = tickets;
        this.process = process;
        this.clock = clock;
    }

    /** The caller holds the ticket. One that has been closed for too long stays closed. */
    void after(Message lost, Ticket ticket) {
        if (lost.isFrom(Author.BOT) || lost.isFrom(Author.AGENT)) bringSomebody(lost, ticket);
    }

    /**
     * As {@link #after}, where there is no such address. Whoever wrote in its name does not read a person's answer, either:
     * nobody's time is spent on what the bot said to forged senders, unless the customer can be reached elsewhere.
     */
    void whereNobodyIs(Message lost, Ticket ticket, String channel) {
        var elsewhere = lines.find(channel).flatMap(line -> ways.to(ticket, line.channel()));
        if (lost.isFrom(Author.AGENT) || elsewhere.isPresent()) after(lost, ticket);
    }

    private void bringSomebody(Message lost, Ticket ticket) {
        if (ticket.botMaySpeak()) {
            // A bot whom the customer cannot hear helps nobody.
            ticket.handOver(Handover.UNDELIVERED, clock.instant());
            tickets.save(ticket);
            process.humanWanted(ticket);
        } else if (!ticket.isOpen() && !ticket.isOver(clock.instant())) {
            ticket.reopen(Handover.UNDELIVERED, clock.instant());
            tickets.save(ticket);
            process.reopen(ticket);
        } else if (ticket.isOpen() && lost.isFrom(Author.AGENT)) {
            // As a word of the customer's does it: nothing happens to a task that is open.
            process.customerWrote(ticket);
        }
    }
}
