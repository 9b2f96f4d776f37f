package io.tandem.hours;

import io.tandem.ticket.Ticket.Holder;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The customers who wait for a person, and how long that takes: an honest figure or none. */
@Component
public class WaitingLine {

    private static final int WAITS_LOOKED_AT = 20;
    private static final int WAITS_NEEDED = 3;
    private static final Duration LOOKED_BACK = Duration.ofDays(7);

    private final BusinessHours hours;
    private final JdbcClient sql;
    private final Clock clock;

    WaitingLine(BusinessHours hours, JdbcClient sql, Clock clock) {
        this.hours = hours;
        this.sql = sql;
        this.clock = clock;
    }

    /**
     * When a person will come, as far as it is known.
     *
     * @param in how long it takes, if it begins and ends while people are there
     * @param from from when on they are there, if the customer has to wait for that
     */
    public record Outlook(Optional<Duration> in, Optional<Instant> from) {}

    public Outlook outlook() {
        var now = clock.instant();
        if (!hours.isOpen(now)) return new Outlook(Optional.empty(), Optional.of(hours.nextOpen(now)));
        var wait = expectedWait(now);
        return wait.map(time -> hours.plus(now, time))
                .filter(then -> Duration.between(now, then).compareTo(wait.get()) > 0)
                .map(then -> new Outlook(Optional.empty(), Optional.of(hours.openSince(then))))
                .orElseGet(() -> new Outlook(wait, Optional.empty()));
    }

    /**
     * How long customers wait for a person while people are there: the median of the last waits of this week, and never
     * less than the one in front has waited already. Empty while too few waits are known.
     */
    private Optional<Duration> expectedWait(Instant now) {
        var waits = sql
                .sql("select waiting_since, waited_seconds from ticket"
                        + " where waited_seconds is not null and waiting_since > ?"
                        + " order by waiting_since desc limit " + WAITS_LOOKED_AT)
                .param(Timestamp.from(now.minus(LOOKED_BACK)))
                .query((row, n) -> wait(row.getTimestamp(1).toInstant(), row.getLong(2)))
                .list()
                .stream()
                .sorted()
                .toList();
        if (waits.size() < WAITS_NEEDED) return Optional.empty();
        var median = waits.get(waits.size() / 2);
        return Optional.of(longestWait(now)
                .filter(longest -> longest.compareTo(median) > 0)
                .orElse(median));
    }

    private Duration wait(Instant since, long seconds) {
        return hours.between(since, since.plusSeconds(seconds));
    }

    private Optional<Duration> longestWait(Instant now) {
        return waitingSince().map((Instant since) -> hours.between(since, now));
    }

    /** Since when the customer waits for a person who has waited longest; nothing if nobody waits. */
    public Optional<Instant> waitingSince() {
        return sql.sql("select min(waiting_since) as since from ticket where holder = ?")
                .param(Holder.QUEUE.name())
                .query((row, n) ->
                        Optional.ofNullable(row.getTimestamp("since")).map(Timestamp::toInstant))
                .single();
    }

    /**
     * A ticket's place in the line. What is due at the same moment, as all that came in overnight, goes by its number.
     */
    record Place(Instant time, long number) implements Comparable<Place> {

        private static final Comparator<Place> ORDER =
                Comparator.comparing(Place::time).thenComparing(Place::number);

        /** How many of these, which are in order, come before that one, be it among them or not. */
        static int before(List<Place> places, Place that) {
            var found = Collections.binarySearch(places, that);
            return found < 0 ? -found - 1 : found;
        }

        @Override
        public int compareTo(Place other) {
            return ORDER.compare(this, other);
        }
    }

    /** All who wait and of whom it is known by when they are due. */
    List<Place> byDue() {
        return places("due_at");
    }

    /** All who wait, by how long they do. */
    List<Place> bySince() {
        return places("waiting_since");
    }

    private List<Place> places(String column) {
        return sql
                .sql("select %1$s, number from ticket where holder = ? and %1$s is not null".formatted(column))
                .param(Holder.QUEUE.name())
                .query((row, n) -> new Place(row.getTimestamp(1).toInstant(), row.getLong(2)))
                .list()
                .stream()
                .sorted()
                .toList();
    }
}
