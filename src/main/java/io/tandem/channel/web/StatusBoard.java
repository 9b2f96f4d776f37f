package io.tandem.channel.web;

import io.tandem.channel.web.StatusView.RatingView;
import io.tandem.content.Texts;
import io.tandem.hours.LineInView;
import io.tandem.hours.OpeningWords;
import io.tandem.hours.WaitingLine.Outlook;
import io.tandem.process.Staff;
import io.tandem.ticket.Rating;
import io.tandem.ticket.Ratings;
import io.tandem.ticket.Ticket;
import io.tandem.ticket.Ticket.Holder;
import io.tandem.ticket.Ticket.State;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells customers who has their ticket and how long a person will take, as honestly as it is known. */
@Component
class StatusBoard {

    private static final Outlook NOBODY_WAITS = new Outlook(Optional.empty(), Optional.empty());

    private final LineInView line;
    private final OpeningWords words;
    private final Ratings ratings;
    private final Staff staff;
    private final Texts texts;
    private final FurtherTickets further;

    StatusBoard(
            LineInView line, OpeningWords words, Ratings ratings, Staff staff, Texts texts, FurtherTickets further) {
        this.line = line;
        this.words = words;
        this.ratings = ratings;
        this.staff = staff;
        this.texts = texts;
        this.further = further;
    }

    StatusView of(Ticket ticket) {
        var agent = ticket.holder() == Holder.AGENT
                ? ticket.agent().filter(staff::reachesDesk).map(staff::nameOf).orElse(null)
                : null;
        var waits = ticket.holder() == Holder.QUEUE;
        var ahead = waits ? line.ahead(ticket) : null;
        var outlook = waits ? line.outlook() : NOBODY_WAITS;
        return new StatusView(
                ticket.id(),
                ticket.number(),
                ticket.language(),
                ticket.state(),
                ticket.holder(),
                agent,
                ahead,
                outlook.in().map(StatusBoard::minutes).orElse(null),
                outlook.from().orElse(null),
                rating(ticket),
                further.survivorOf(ticket).orElse(null),
                further.splitFrom(ticket),
                text(ticket, agent, outlook));
    }

    private RatingView rating(Ticket ticket) {
        var given = ratings.of(ticket).map(Rating::score).orElse(null);
        return new RatingView(ticket.awaitsRating() || given != null, given);
    }

    private String text(Ticket ticket, @Nullable String agent, Outlook outlook) {
        var survivor = further.survivorOf(ticket);
        if (survivor.isPresent()) {
            var number = Map.of("number", survivor.get().number());
            return texts.get(ticket.language(), "status.merged", number);
        }
        if (outlook.from().isPresent()) {
            var when = words.of(outlook.from().get(), ticket.language());
            return texts.get(ticket.language(), "status.queue.closed", Map.of("when", when));
        }
        var key = switch (ticket.holder()) {
            case BOT -> "status.bot";
            case QUEUE -> "status.queue";
            case AGENT -> agent == null ? "status.agentUnnamed" : "status.agent";
            case NOBODY -> ticket.state() == State.CLOSED ? "status.closed" : "status.resolved";
        };
        return texts.get(ticket.language(), key, agent == null ? Map.of() : Map.of("agent", agent));
    }

    /** Rounded up: who is told five minutes should not wait six. */
    private static long minutes(Duration wait) {
        return Math.max(1, (wait.toSeconds() + 59) / 60);
    }
}
