package io.tandem.process;

import io.tandem.ticket.Ticket;
import io.tandem.ticket.Ticket.Handover;
import io.tandem.ticket.Tickets;
import java.time.Clock;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * The last line of the first promise. It looks for customers whom no step, wait or task serves any more (a table that
 * decides nothing, a step that keeps failing, a process that somebody deleted) and brings a person.
 */
@Component
class SafetyNet {

    private static final Logger log = LoggerFactory.getLogger(SafetyNet.class);

    private final Unserved unserved;
    private final Tickets tickets;
    private final TicketProcess process;
    private final Transactions transactions;
    private final Clock clock;

    SafetyNet(Unserved unserved, Tickets tickets, TicketProcess process, Transactions transactions, Clock clock) {
        this.unserved = unserved;
        this.tickets = tickets;
        this.process = process;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${tandem.safety-net-every:30s}")
    void look() {
        for (var ticket : unserved.all()) {
            try {
                transactions.inOne(() -> bringPersonIfNobodyServes(ticket));
            } catch (RuntimeException failed) {
                log.error("No person could be brought to ticket {}; tried again soon", ticket, failed);
            }
        }
    }

    /** Until we held its row, a step may have gone on, or another node may have been faster. */
    private void bringPersonIfNobodyServes(UUID id) {
        var ticket = tickets.lock(id);
        if (!unserved.includes(id)) return;
        log.warn("Ticket {} was stuck with {}: a person takes over", ticket.number(), ticket.holder());
        handOver(ticket);
        process.startWithPerson(ticket);
    }

    private void handOver(Ticket ticket) {
        ticket.handOver(Handover.BOT_FAILED, clock.instant());
        tickets.save(ticket);
    }
}
