package io.tandem.process.migration;

import io.tandem.process.Transactions;
import io.tandem.process.Variables;
import io.tandem.process.migration.LiveModels.Live;
import io.tandem.process.migration.Migration.State;
import io.tandem.ticket.Ticket;
import io.tandem.ticket.Tickets;
import java.util.function.BooleanSupplier;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;

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

    private static final Stay MOVED = Stay.because(Outcome.MOVED);

    private final Migrations migrations;
    private final OpenTickets open;
    private final LiveModels models;
    private final TicketMove move;
    private final Tickets tickets;
    private final Transactions transactions;

    RollOut(
            Migrations migrations,
            OpenTickets open,
            LiveModels models,
            TicketMove move,
            Tickets tickets,
            Transactions transactions) {
        this.migrations = migrations;
        this.open = open;
        this.models = models;
        this.move = move;
        this.tickets = tickets;
        this.transactions = transactions;
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
        for (var ticket : next) {
            if (Thread.currentThread().isInterrupted()) return;
            if (!look(migration, ticket, live)) return;
        }
    }

    private void end(Migration migration, State state) {
        if (migrations.end(migration.id(), state)) log.info("{} is {}", migration, state);
    }

    /** @return false if it was another node's, or the roll-out was stopped */
    private boolean look(Migration migration, String ticket, Live live) {
        try {
            return patiently(
                    ticket, () -> migration.dryRun() ? tried(migration, ticket, live) : moved(migration, ticket, live));
        } catch (Stays stays) {
            return record(migration, ticket, live, stays.reason());
        } catch (RuntimeException failed) {
            log.warn("Ticket {} stays on its version", ticket, failed);
            return record(migration, ticket, live, Stay.refused(String.valueOf(failed.getMessage())));
        }
    }

    private static boolean patiently(String ticket, BooleanSupplier look) {
        for (var attempt = 0; attempt < ATTEMPTS; attempt++) {
            try {
                return look.getAsBoolean();
            } catch (ConcurrencyFailureException | OptimisticLockingException othersAreAtWork) {
                log.debug("Ticket {} is being worked on: once more", ticket);
            }
        }
        throw new Stays(Stay.because(Outcome.BUSY));
    }

    /** The roll-out's own row comes last: whoever stops it must not have to wait until a ticket is free. */
    private boolean moved(Migration migration, String ticket, Live live) {
        return transactions.inOne(() -> {
            var held = move.hold(ticket);
            if (!migrations.advance(migration.id(), ticket)) return false;
            move.move(held, live).ifPresent(from -> migrations.count(migration.id(), from, MOVED, held.number()));
            return true;
        });
    }

    /** The real thing, taken back: nothing tells better what the engine would do. */
    private boolean tried(Migration migration, String ticket, Live live) {
        try {
            transactions.inOne(() -> {
                move.move(move.hold(ticket), live);
                throw new TakenBack();
            });
        } catch (TakenBack asItWas) {
            log.debug("Ticket {} could be moved", ticket);
        }
        return record(migration, ticket, live, MOVED);
    }

    private static final class TakenBack extends RuntimeException {}

    private boolean record(Migration migration, String ticket, Live live, Stay reason) {
        return transactions.inOne(() -> {
            if (!migrations.advance(migration.id(), ticket)) return false;
            open.running(ticket).stream()
                    .filter(running -> !live.ids().contains(running.definition()))
                    .findFirst()
                    .ifPresent(from -> migrations.count(migration.id(), from, reason, number(ticket)));
            return true;
        });
    }

    private @Nullable Long number(String ticket) {
        return Variables.idIn(ticket).flatMap(tickets::find).map(Ticket::number).orElse(null);
    }
}
