package io.tandem.routing;

import io.tandem.process.Queues;
import io.tandem.process.Transactions;
import io.tandem.ticket.QueuedTickets;
import io.tandem.ticket.QueuedTickets.Kept;
import io.tandem.ticket.QueuedTickets.Kind;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Sees to it that no ticket waits where nobody sees it: opens what was kept for somebody to all, and moves tickets whose
 * people have changed, because someone came who fits or the last one who did has left.
 */
@Component
class QueueWatch {

    private static final Logger log = LoggerFactory.getLogger(QueueWatch.class);

    private final QueuedTickets queued;
    private final Queues queues;
    private final Reservations reservations;
    private final Transactions transactions;

    QueueWatch(QueuedTickets queued, Queues queues, Reservations reservations, Transactions transactions) {
        this.queued = queued;
        this.queues = queues;
        this.reservations = reservations;
        this.transactions = transactions;
    }

    @Scheduled(fixedDelayString = "${tandem.routing.look-every:15s}")
    void look() {
        queued.kept().stream()
                .filter(reservations::isOver)
                .map(Kept::ticket)
                .forEach(ticket -> attempt(ticket, () -> queues.openToAll(ticket)));
        queued.withoutQueue().forEach(this::settle);
        queued.kinds().stream()
                .filter(this::isMisplaced)
                .flatMap(kind -> queued.of(kind).stream())
                .forEach(this::settle);
    }

    /** The agent has just said that they are away. */
    void nothingIsKeptFor(String agent) {
        queued.kept().stream()
                .filter(kept -> kept.agent().equals(agent))
                .map(Kept::ticket)
                .forEach(ticket -> attempt(ticket, () -> queues.openToAll(ticket)));
    }

    private boolean isMisplaced(Kind kind) {
        return !queues.forAllWhoFit(kind.skill(), kind.language()).id().equals(kind.queue());
    }

    private void settle(UUID ticket) {
        attempt(ticket, () -> queues.settle(ticket));
    }

    /** One at a time: a ticket that cannot be moved now must not keep the others where they are. */
    private void attempt(UUID ticket, Runnable move) {
        try {
            transactions.inOne(move);
        } catch (RuntimeException failed) {
            log.error("Ticket {} could not be put into its queue; tried again soon", ticket, failed);
        }
    }
}
