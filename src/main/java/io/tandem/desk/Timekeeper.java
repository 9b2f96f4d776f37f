package io.tandem.desk;

import io.tandem.desk.ServiceClock.Kind;
import io.tandem.desk.ServiceLevel.Promise;
import io.tandem.ticket.Message;
import io.tandem.ticket.Message.Author;
import io.tandem.ticket.Messages;
import io.tandem.ticket.Ticket;
import io.tandem.ticket.Tickets;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Starts and stops the clocks of a ticket whose turn changes. It goes by the record (since when a person is needed, what
 * the customer wrote) and by no event, so nothing that happens again starts a clock anew. Callers hold the ticket.
 */
@Component
class Timekeeper {

    private final ServiceClocks clocks;
    private final Tickets tickets;
    private final Messages messages;
    private final Clock clock;

    Timekeeper(ServiceClocks clocks, Tickets tickets, Messages messages, Clock clock) {
        this.clocks = clocks;
        this.tickets = tickets;
        this.messages = messages;
        this.clock = clock;
    }

    /** @param response the clock of the agent's next words */
    record Running(ServiceClock response, Optional<ServiceClock> resolution) {}

    /**
     * The agents' turn: what runs runs on, what was paused goes on, and what is new starts.
     *
     * @param seen the position of the last message that an agent had before them
     */
    Running start(Ticket ticket, ServiceLevel level, int seen) {
        var since = ticket.waitingSince().orElseGet(clock::instant);
        var asked = askedAt(ticket, seen, since);
        clocks.openOn(ticket.id()).stream()
                .filter(one -> one.startedAt().isBefore(since))
                .forEach(leftOver -> clocks.drop(leftOver, since));
        var known = clocks.of(ticket.id());
        var first = find(known, Kind.FIRST_RESPONSE, since)
                .orElseGet(() -> clocks.begin(ticket.id(), Kind.FIRST_RESPONSE, since, level.response()));
        var response = first.isEnded() ? next(ticket, known, level.response(), asked) : first;
        var resolution = find(known, Kind.RESOLUTION, since);
        resolution.ifPresent(one -> clocks.goOn(one, asked));
        var running = new Running(
                response,
                resolution.or(() ->
                        level.resolution().map(promise -> clocks.begin(ticket.id(), Kind.RESOLUTION, since, promise))));
        showDue(ticket);
        return running;
    }

    /** When the customer has written what no agent had seen; a customer who only pressed a button did so just now. */
    private Instant askedAt(Ticket ticket, int seen, Instant notBefore) {
        return messages.after(ticket.id(), seen).stream()
                .filter(message -> message.isFrom(Author.CUSTOMER))
                .map(Message::writtenAt)
                .filter(time -> !time.isBefore(notBefore))
                .findFirst()
                .orElseGet(clock::instant);
    }

    private static Optional<ServiceClock> find(List<ServiceClock> known, Kind kind, Instant startedAt) {
        return known.stream().filter(one -> one.is(kind, startedAt)).findFirst();
    }

    private ServiceClock next(Ticket ticket, List<ServiceClock> known, Promise promise, Instant asked) {
        var start = find(known, Kind.NEXT_RESPONSE, asked).isPresent() ? clock.instant() : asked;
        return known.stream()
                .filter(one -> one.kind() == Kind.NEXT_RESPONSE && !one.isEnded())
                .findFirst()
                .orElseGet(() -> clocks.begin(ticket.id(), Kind.NEXT_RESPONSE, start, promise));
    }

    /** The customer's turn: the time till they reply is not the agents'. */
    void pause(Ticket ticket) {
        clocks.openOn(ticket.id()).stream()
                .filter(one -> one.kind() == Kind.RESOLUTION)
                .forEach(resolution -> clocks.pause(resolution, clock.instant()));
        showDue(ticket);
    }

    /** The ticket is resolved, and nobody has to respond any more. */
    void stop(Ticket ticket) {
        var now = clock.instant();
        clocks.openOn(ticket.id()).forEach(one -> {
            if (one.kind().isResponse()) clocks.drop(one, now);
            else clocks.keep(one, now);
        });
        showDue(ticket);
    }

    private void showDue(Ticket ticket) {
        ticket.dueBy(clocks.openOn(ticket.id()).stream()
                .filter(ServiceClock::isRunning)
                .map(ServiceClock::dueAt)
                .min(Comparator.naturalOrder())
                .orElse(null));
        tickets.save(ticket);
    }
}
