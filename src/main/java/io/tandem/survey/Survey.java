package io.tandem.survey;

import io.tandem.channel.Channels;
import io.tandem.process.TicketProcess;
import io.tandem.process.Transactions;
import io.tandem.ticket.Rating;
import io.tandem.ticket.Ratings;
import io.tandem.ticket.Tickets;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asks customers how it was, once a resolution, and takes their answer. */
@Component
class Survey {

    /** What became of a rating. */
    enum Outcome {
        COUNTED,
        NOT_ASKED,
        RATED_BEFORE
    }

    private final Tickets tickets;
    private final Ratings ratings;
    private final Channels channels;
    private final TicketProcess process;
    private final Transactions transactions;
    private final Clock clock;

    Survey(
            Tickets tickets,
            Ratings ratings,
            Channels channels,
            TicketProcess process,
            Transactions transactions,
            Clock clock) {
        this.tickets = tickets;
        this.ratings = ratings;
        this.channels = channels;
        this.process = process;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** A customer who has come back meanwhile is not asked. */
    void ask(UUID id) {
        var ticket = tickets.lock(id);
        if (ticket.isOpen()) return;
        ticket.askForRating(clock.instant());
        channels.say(ticket, "system.askForRating", Map.of());
    }

    /** The same rating again is the same rating. */
    Outcome rate(UUID id, int score, @Nullable String comment) {
        return transactions.inOne(() -> {
            var ticket = tickets.lock(id);
            if (!ticket.awaitsRating()) return Outcome.NOT_ASKED;
            var before = ratings.of(ticket);
            if (before.isPresent()) {
                var same = before.get().score() == score
                        && Objects.equals(before.get().comment(), comment);
                return same ? Outcome.COUNTED : Outcome.RATED_BEFORE;
            }
            ratings.add(new Rating(id, ticket.resolutions(), score, comment, clock.instant()));
            tickets.save(ticket);
            process.rated(ticket);
            return Outcome.COUNTED;
        });
    }
}
