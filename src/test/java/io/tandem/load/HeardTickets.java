package io.tandem.load;

import io.tandem.ticket.Message;
import io.tandem.ticket.Ticket;
import org.springframework.transaction.event.TransactionalEventListener;

/** Hears within the program what is said and changed, after each commit, as open pages do. */
final class HeardTickets {

    enum Kind {
        SAID,
        CHANGED
    }

    private final Signals signals = new Signals();

    Signals signals() {
        return signals;
    }

    @TransactionalEventListener
    void said(Message.Added added) {
        signals.happened(added.ticket(), Kind.SAID);
    }

    @TransactionalEventListener
    void changed(Ticket.Changed changed) {
        signals.happened(changed.ticket(), Kind.CHANGED);
    }
}
