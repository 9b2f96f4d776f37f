package io.tandem.routing;

import io.tandem.process.Queue;
import io.tandem.process.Queues;
import io.tandem.process.Staff;
import io.tandem.ticket.QueuedTickets;
import io.tandem.ticket.Ticket;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

/**
 * Keeps the ticket of a customer who returns for the agent who knows them, if that agent is there and has room, for as
 * long as {@code who-helps.dmn} says. The agent sees it in their list; they are not given it.
 */
@Component
public class Reservations {

    private final QueuedTickets queued;
    private final Queues queues;
    private final Seats seats;
    private final Staff staff;
    private final RoutingSettings settings;
    private final Clock clock;

    Reservations(QueuedTickets queued, Queues queues, Seats seats, Staff staff, RoutingSettings settings, Clock clock) {
        this.queued = queued;
        this.queues = queues;
        this.seats = seats;
        this.staff = staff;
        this.settings = settings;
        this.clock = clock;
    }

    /** The caller holds the ticket's row and saves it. */
    public void keepForWhoKnows(Ticket ticket, String skill, Duration time) {
        ticket.keepForNobody();
        if (time.isZero()) return;
        queued.whoKnows(ticket)
                .filter(agent -> fits(agent, ticket, skill) && isThere(agent) && hasRoom(agent))
                .ifPresent(agent -> ticket.keepFor(agent, clock.instant().plus(time)));
    }

    private boolean fits(String agent, Ticket ticket, String skill) {
        return staff.queuesOf(agent)
                .contains(queues.forAllWhoFit(skill, ticket.language()).id());
    }

    boolean isThere(String agent) {
        return seats.of(agent).isTaken(clock.instant(), settings.thereFor());
    }

    private boolean hasRoom(String agent) {
        var waiting = queued.count(Queue.ofOne(agent).id());
        return queues.heldBy(agent) + waiting < seats.of(agent).limitOr(settings.limit());
    }

    /** What is kept although it should not be any longer: the time is over, or the agent has gone. */
    boolean isOver(QueuedTickets.Kept kept) {
        return !clock.instant().isBefore(kept.until()) || !isThere(kept.agent()) || !staff.reachesDesk(kept.agent());
    }
}
