package io.tandem.hours;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.tandem.hours.WaitingLine.Outlook;
import io.tandem.hours.WaitingLine.Place;
import io.tandem.ticket.Ticket;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/**
 * The waiting line as customers' pages see it. All of them ask each few seconds, and most when the line is longest: it is
 * looked at once in two seconds, however many ask.
 */
@Component
public class LineInView {

    private static final Duration SEEN_FOR = Duration.ofSeconds(2);
    private static final String NOW = "now";

    private final LoadingCache<String, View> views;

    LineInView(WaitingLine line, Clock clock) {
        views = Caffeine.newBuilder()
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .expireAfterWrite(SEEN_FOR)
                .build(now -> new View(line.outlook(), line.byDue(), line.bySince()));
    }

    /** @param byDue what is due, the first first; {@code bySince}: all, who waits longest first */
    private record View(Outlook outlook, List<Place> byDue, List<Place> bySince) {}

    public Outlook outlook() {
        return views.get(NOW).outlook();
    }

    /** How many tickets come before this one: those that are due sooner; till that is known, those that wait longer. */
    public int ahead(Ticket ticket) {
        return ahead(ticket.number(), ticket.dueAt(), ticket.waitingSince());
    }

    int ahead(long number, Optional<Instant> dueAt, Optional<Instant> waitingSince) {
        var view = views.get(NOW);
        return dueAt.map(due -> Place.before(view.byDue(), new Place(due, number)))
                .or(() -> waitingSince.map(since -> Place.before(view.bySince(), new Place(since, number))))
                .orElse(0);
    }
}
