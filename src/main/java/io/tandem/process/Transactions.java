package io.tandem.process;

import java.util.function.Supplier;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.retry.support.RetryTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Work in one transaction over the record and the engine. Where somebody else got in the way (the engine's optimistic
 * locks, a row that another request has just stored) all of it is done again, from the start.
 */
@Component
public class Transactions {

    private static final int ATTEMPTS = 10;

    private final TransactionTemplate transaction;
    private final RetryTemplate retry = RetryTemplate.builder()
            .maxAttempts(ATTEMPTS)
            .uniformRandomBackoff(10, 100)
            .retryOn(OptimisticLockingException.class)
            .retryOn(ConcurrencyFailureException.class)
            .retryOn(DuplicateKeyException.class)
            .traversingCauses()
            .build();

    Transactions(TransactionTemplate transaction) {
        this.transaction = transaction;
    }

    public <T> T inOne(Supplier<T> work) {
        return retry.execute(attempt -> {
            var result = transaction.execute(status -> work.get());
            if (result == null) throw new IllegalStateException("Work in a transaction must give a result");
            return result;
        });
    }

    public void inOne(Runnable work) {
        inOne(() -> {
            work.run();
            return true;
        });
    }
}
