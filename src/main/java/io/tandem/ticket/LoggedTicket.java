package io.tandem.ticket;

import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Names the ticket at hand in each line of the log: by its id, which tells nobody anything. */
public final class LoggedTicket implements AutoCloseable {

    /** The engine uses it, too, for its jobs: see {@code loggingContextBusinessKey}. */
    private static final String KEY = "ticket";

    private final @Nullable String before = MDC.get(KEY);
    private @Nullable String named = before;

    private LoggedTicket() {}

    /** From now on, until it is closed, on this thread. */
    public static LoggedTicket is(@Nullable UUID ticket) {
        var logged = new LoggedTicket();
        if (ticket != null) logged.name(ticket);
        return logged;
    }

    private void name(UUID ticket) {
        named = ticket.toString();
        MDC.put(KEY, named);
    }

    @Override
    public void close() {
        if (before == null) MDC.remove(KEY);
        else MDC.put(KEY, before);
    }

    /** Until the end of the transaction; of several, the last one that was taken. */
    static void inTransaction(UUID ticket) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) return;
        if (TransactionSynchronizationManager.getResource(KEY) instanceof LoggedTicket logged) logged.name(ticket);
        else begin(is(ticket));
    }

    private static void begin(LoggedTicket logged) {
        TransactionSynchronizationManager.bindResource(KEY, logged);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                TransactionSynchronizationManager.unbindResourceIfPossible(KEY);
                logged.closeIfItLasts();
            }
        });
    }

    /** The engine's command may have begun before and ended within the transaction: then what it found is back by now. */
    private void closeIfItLasts() {
        if (Objects.equals(MDC.get(KEY), named)) close();
    }
}
