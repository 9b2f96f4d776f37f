package io.tandem.survey;

import io.tandem.channel.Channels;
import io.tandem.channel.TakesRatings;
import io.tandem.content.Texts;
import io.tandem.process.TicketProcess;
import io.tandem.process.Transactions;
import io.tandem.ticket.Message.Author;
import io.tandem.ticket.Rating;
import io.tandem.ticket.Ratings;
import io.tandem.ticket.Ticket;
import io.tandem.ticket.Tickets;
import io.tandem.ticket.Words;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asks customers how it was, once a resolution, and takes their answer. */
@Component
class Survey implements TakesRatings {

    private final Tickets tickets;
    private final Ratings ratings;
    private final Channels channels;
    private final Texts texts;
    private final TicketProcess process;
    private final Transactions transactions;
    private final Clock clock;

    Survey(
            Tickets tickets,
            Ratings ratings,
            Channels channels,
            Texts texts,
            TicketProcess process,
            Transactions transactions,
            Clock clock) {
        this.tickets = tickets;
        this.ratings = ratings;
        this.channels = channels;
        this.texts = texts;
        this.process = process;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** A customer who has come back meanwhile is not asked. */
    void ask(UUID id) {
        var ticket = tickets.lock(id);
        if (ticket.isOpen()) return;
        ticket.askForRating(clock.instant());
        channels.askForRating(ticket, "system.askForRating");
    }

    private String note(Ticket ticket, int score, @Nullable String comment) {
        var rated = texts.get(ticket.language(), "note.rated", Map.of("score", score, "best", Rating.BEST));
        return comment == null ? rated : rated + "\n\n> " + comment.replace("\n", "\n> ");
    }

    /** The same rating again is the same rating. Agents read it on the ticket, if it comes back to them. */
    @Override
    public Outcome rate(UUID id, int score, @Nullable String comment) {
        return transactions.inOne(() -> {
            var ticket = tickets.lock(id);
            var before = ratings.of(ticket);
            if (before.isPresent()) {
                var same = before.get().score() == score
                        && Objects.equals(before.get().comment(), comment);
                return same ? Outcome.COUNTED : Outcome.RATED_BEFORE;
            }
            if (!ticket.awaitsRating()) return Outcome.NOT_ASKED;
            ratings.add(new Rating(id, ticket.resolutions(), score, comment, clock.instant()));
            tickets.add(ticket, Words.note(Author.SYSTEM, null, note(ticket, score, comment), null));
            process.rated(ticket);
            return Outcome.COUNTED;
        });
    }
}
