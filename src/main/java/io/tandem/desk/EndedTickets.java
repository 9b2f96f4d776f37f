package io.tandem.desk;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.tandem.ticket.Ticket;
import io.tandem.ticket.Ticket.Resolution;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Counts for operators the tickets that this node resolved and closed, by who resolved them: no question to the database,
 * however many there are. One that is reopened counts again.
 */
@Component
class EndedTickets {

    private final MeterRegistry meters;

    EndedTickets(MeterRegistry meters) {
        this.meters = meters;
        for (var resolution : Resolution.values()) {
            resolved(resolution);
            closed(resolution);
        }
    }

    private Counter resolved(Resolution resolution) {
        return counter("tandem.tickets.resolved", "Tickets that were resolved, by who did it", resolution);
    }

    private Counter closed(Resolution resolution) {
        return counter("tandem.tickets.closed", "Tickets that were closed, by who had resolved them", resolution);
    }

    private Counter counter(String name, String means, Resolution resolution) {
        return Counter.builder(name)
                .description(means)
                .tag("resolution", resolution.name().toLowerCase(Locale.ROOT))
                .register(meters);
    }

    /** After the commit: what is repeated counts once. */
    @TransactionalEventListener
    void resolved(Ticket.Resolved ticket) {
        resolved(ticket.resolution()).increment();
    }

    @TransactionalEventListener
    void closed(Ticket.Closed ticket) {
        closed(ticket.resolution()).increment();
    }
}
