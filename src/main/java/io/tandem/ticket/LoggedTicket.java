package io.tandem.ticket;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Names the ticket at hand in each line of the log: by its id, which tells nobody anything. */
public final class LoggedTicket implements AutoCloseable {

    /** The engine uses it, too, for its jobs: see {@code loggingContextBusinessKey}. */
    private static final String KEY = "ticket";

    private final @Nullable String before;

    private LoggedTicket(@Nullable String before) {
        this.before = before;
    }

    /** From now on, until it is closed, on this thread. */
    public static LoggedTicket is(@Nullable UUID ticket) {
        var logged = new LoggedTicket(MDC.get(KEY));
        if (ticket != null) MDC.put(KEY, ticket.toString());
        return logged;
    }

    @Override
    public void close() {
        if (before == null) MDC.remove(KEY);
        else MDC.put(KEY, before);
    }

    /** Until the end of the transaction; of several, the last one that was taken. */
    static void inTransaction(UUID ticket) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) return;
        var logged = is(ticket);
        if (TransactionSynchronizationManager.hasResource(KEY)) return;
        TransactionSynchronizationManager.bindResource(KEY, logged);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                TransactionSynchronizationManager.unbindResourceIfPossible(KEY);
                logged.close();
            }
        });
    }
}
