package io.tandem.process;

import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.retry.support.RetryTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Work in one transaction over the record and the engine. Where somebody else got in the way (the engine's optimistic
 * locks, a row that another request has just stored, a step that ended under our hands) all of it is done again, from the
 * start.
 */
@Component
public class Transactions {

    private static final int ATTEMPTS = 10;

    /**
     * What the engine's lost locks look like while it still reads: an execution is there, and its parent or its whole process
     * has just been deleted. There is no type for that, only how the message begins.
     */
    private static final List<String> GONE = List.of("ENGINE-03077 ", "Cannot restore state of process instance ");

    /** A task was there when we asked for it, and has ended before we did anything with it. */
    private static final String NO_TASK = "task is null";

    private final TransactionTemplate transaction;
    private final RetryTemplate retry = RetryTemplate.builder()
            .maxAttempts(ATTEMPTS)
            .uniformRandomBackoff(10, 100)
            .retryOn(Transactions::isInTheWay)
            .build();

    Transactions(TransactionTemplate transaction) {
        this.transaction = transaction;
    }

    /** Within another's transaction it belongs to that one: only the whole of it can be done again. */
    public <T> T inOne(Supplier<T> work) {
        return TransactionSynchronizationManager.isActualTransactionActive()
                ? once(work)
                : retry.execute(attempt -> once(work));
    }

    private <T> T once(Supplier<T> work) {
        var result = transaction.execute(status -> work.get());
        if (result == null) throw new IllegalStateException("Work in a transaction must give a result");
        return result;
    }

    public void inOne(Runnable work) {
        inOne(() -> {
            work.run();
            return true;
        });
    }

    private static boolean isInTheWay(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .anyMatch(cause -> cause instanceof OptimisticLockingException
                        || cause instanceof ConcurrencyFailureException
                        || cause instanceof DuplicateKeyException
                        || isGone(cause));
    }

    private static boolean isGone(Throwable failure) {
        var message = failure.getMessage();
        return failure instanceof ProcessEngineException
                && message != null
                && (GONE.stream().anyMatch(message::startsWith)
                        || failure instanceof NullValueException && message.endsWith(NO_TASK));
    }
}
