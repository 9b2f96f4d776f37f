package io.tandem.routing;

import io.tandem.process.AgentTask;
import io.tandem.process.AgentTasks;
import io.tandem.process.Queues;
import io.tandem.process.Staff;
import io.tandem.process.Transactions;
import io.tandem.ticket.QueuedTickets;
import io.tandem.ticket.Ticket;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.stereotype.Component;

/**
 * Gives an agent who asks for it the most urgent ticket that fits. However many ask at once, a ticket goes to one of them
 * and each of them gets one as long as there are enough: who finds a ticket's row taken goes on to the next, and who finds
 * all of them taken looks once more, since what is taken may come back.
 */
@Component
class NextTicket {

    private static final int LOOKS = 40;
    /** For so long a more urgent ticket whose row is taken is waited for: mostly only a message is being stored. */
    private static final int PATIENT_LOOKS = 3;

    private static final int PAUSE_MILLIS = 25;

    enum Outcome {
        GIVEN,
        NONE,
        AT_LIMIT,
        /** Others are just taking what there is. */
        BUSY
    }

    /** A ticket with its task, which is the agent's now. */
    record Taken(Ticket ticket, AgentTask task) {}

    /** @param taken present if the outcome is {@link Outcome#GIVEN} */
    record Given(Outcome outcome, Optional<Taken> taken, int limit) {}

    private final QueuedTickets queued;
    private final AgentTasks tasks;
    private final Queues queues;
    private final Seats seats;
    private final Staff staff;
    private final RoutingSettings settings;
    private final Transactions transactions;

    NextTicket(
            QueuedTickets queued,
            AgentTasks tasks,
            Queues queues,
            Seats seats,
            Staff staff,
            RoutingSettings settings,
            Transactions transactions) {
        this.queued = queued;
        this.tasks = tasks;
        this.queues = queues;
        this.seats = seats;
        this.staff = staff;
        this.settings = settings;
        this.transactions = transactions;
    }

    Given give(String agent) {
        var mine = staff.queuesOf(agent);
        for (var look = 1; look < LOOKS; look++) {
            var patient = look <= PATIENT_LOOKS;
            var given = transactions.inOne(() -> look(agent, mine, patient));
            if (given.outcome() != Outcome.BUSY) return given;
            pause();
        }
        return transactions.inOne(() -> look(agent, mine, false));
    }

    /** Whoever asks is not away. */
    private Given look(String agent, List<String> mine, boolean patient) {
        var seat = seats.hold(agent);
        if (seat.away()) seats.away(agent, false);
        var limit = seat.limitOr(settings.limit());
        if (queues.heldBy(agent) >= limit) return new Given(Outcome.AT_LIMIT, Optional.empty(), limit);
        var missed = Integer.MIN_VALUE;
        for (var waiting : queued.front(mine)) {
            if (patient && waiting.priority() < missed) break;
            var ticket = queued.take(waiting.id(), mine);
            var taken = ticket.flatMap(free -> claim(free, agent));
            if (taken.isPresent()) return new Given(Outcome.GIVEN, taken, limit);
            if (ticket.isEmpty()) missed = Math.max(missed, waiting.priority());
        }
        return new Given(missed == Integer.MIN_VALUE ? Outcome.NONE : Outcome.BUSY, Optional.empty(), limit);
    }

    private Optional<Taken> claim(Ticket ticket, String agent) {
        return tasks.openOn(ticket.id())
                .filter(task -> task.holder().isEmpty())
                .map(task -> new Taken(ticket, tasks.claim(task.id(), agent)));
    }

    private static void pause() {
        try {
            Thread.sleep(ThreadLocalRandom.current().nextInt(PAUSE_MILLIS / 2, PAUSE_MILLIS));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
