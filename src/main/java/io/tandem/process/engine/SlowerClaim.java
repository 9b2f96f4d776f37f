package io.tandem.process.engine;

import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.TaskAlreadyClaimedException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.impl.cmd.ClaimTaskCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Of two who press Tasklist's own "Claim" at once, the slower one reads in its notice what happened; the engine would
 * answer that it failed, in its own words. Within another's transaction the failure is that one's to mend.
 */
final class SlowerClaim extends CommandInterceptor {

    private static final String WORDS =
            "Somebody was faster and has this ticket. · Jemand war schneller und hat dieses Ticket.";

    @Override
    public <T> T execute(Command<T> command) {
        if (!(command instanceof ClaimTaskCmd) || TransactionSynchronizationManager.isActualTransactionActive()) {
            return next.execute(command);
        }
        try {
            return next.execute(command);
        } catch (TaskAlreadyClaimedException | OptimisticLockingException | NullValueException faster) {
            throw new BadUserRequestException(WORDS, faster);
        }
    }
}
