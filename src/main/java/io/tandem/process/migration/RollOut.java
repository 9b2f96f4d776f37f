package io.tandem.process.migration;

import io.tandem.process.Transactions;
import io.tandem.process.Variables;
import io.tandem.process.migration.LiveModels.Live;
import io.tandem.process.migration.Migration.State;
import io.tandem.process.migration.OpenTickets.Running;
import io.tandem.ticket.Ticket;
import io.tandem.ticket.Tickets;
import java.util.Optional;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Goes through the tickets of the roll-out that runs, one after the other, each in a transaction of its own: that it was
 * moved and that it was counted are true together. Several nodes may do so at once; each ticket is one node's.
 */
@Component
class RollOut {

    private static final Logger log = LoggerFactory.getLogger(RollOut.class);
    private static final int AT_ONCE = 100;
    /** Each of which waits for half a second or so. */
    private static final int ATTEMPTS = 20;

    private final Migrations migrations;
    private final OpenTickets open;
    private final LiveModels models;
    private final TicketMove move;
    private final Tickets tickets;
    private final Transactions transactions;
    private final TransactionTemplate transaction;

    RollOut(
            Migrations migrations,
            OpenTickets open,
            LiveModels models,
            TicketMove move,
            Tickets tickets,
            Transactions transactions,
            PlatformTransactionManager manager) {
        this.migrations = migrations;
        this.open = open;
        this.models = models;
        this.move = move;
        this.tickets = tickets;
        this.transactions = transactions;
        this.transaction = new TransactionTemplate(manager);
    }

    /** @return false if there is nothing more to do */
    boolean goOn() {
        var running = migrations.running();
        running.ifPresent(this::nextTickets);
        return running.isPresent();
    }

    private void nextTickets(Migration migration) {
        var live = models.now();
        if (!live.deployment().equals(migration.deployment())) {
            end(migration, State.OVERTAKEN);
            return;
        }
        var next = open.older(live, migration.doneUpTo(), AT_ONCE);
        if (next.isEmpty()) end(migration, State.DONE);
        for (var root : next) {
            if (Thread.currentThread().isInterrupted()) return;
            if (!look(migration, root, live)) return;
        }
    }

    private void end(Migration migration, State state) {
        if (migrations.end(migration.id(), state)) log.info("{} is {}", migration, state);
    }

    /** @return false if it was another node's, or the roll-out was stopped */
    private boolean look(Migration migration, String root, Live live) {
        var from = open.running(root).stream()
                .filter(running -> !live.ids().contains(running.definition()))
                .findFirst();
        if (from.isEmpty()) return true;
        try {
            return migration.dryRun() ? tryOut(migration, root, live, from.get()) : patiently(migration, root, live);
        } catch (Stays stays) {
            return record(migration, root, from.get(), stays.reason());
        } catch (RuntimeException failed) {
            log.warn("Process {} stays on its version", root, failed);
            return record(migration, root, from.get(), Stay.refused(String.valueOf(failed.getMessage())));
        }
    }

    private boolean patiently(Migration migration, String root, Live live) {
        for (var attempt = 0; attempt < ATTEMPTS; attempt++) {
            try {
                return transactions.inOne(() -> moved(migration, root, live));
            } catch (ConcurrencyFailureException | OptimisticLockingException othersAreAtWork) {
                log.debug("Process {} is being worked on: once more", root);
            }
        }
        throw new Stays(Stay.because(Outcome.BUSY));
    }

    private boolean moved(Migration migration, String root, Live live) {
        if (!migrations.advance(migration.id(), root)) return false;
        var number = number(root);
        move.of(root, live).ifPresent(from -> migrations.count(migration.id(), from, moved(), number));
        return true;
    }

    /** The real thing, taken back: nothing tells better what the engine would do. */
    private boolean tryOut(Migration migration, String root, Live live, Running from) {
        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            move.of(root, live);
        });
        return record(migration, root, from, moved());
    }

    private boolean record(Migration migration, String root, Running from, Stay reason) {
        return transactions.inOne(() -> {
            if (!migrations.advance(migration.id(), root)) return false;
            migrations.count(migration.id(), from, reason, number(root));
            return true;
        });
    }

    private static Stay moved() {
        return Stay.because(Outcome.MOVED);
    }

    private @Nullable Long number(String root) {
        return Optional.ofNullable(open.businessKey(root))
                .flatMap(Variables::idIn)
                .flatMap(tickets::find)
                .map(Ticket::number)
                .orElse(null);
    }
}
