package io.tandem.ticket;

import io.tandem.ticket.Ticket.Holder;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
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

    private final JdbcClient sql;
    private final Clock clock;

    WaitingLine(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** How many tickets come before this one: the more urgent ones, and of those as urgent the ones that wait longer. */
    public int ahead(Ticket ticket) {
        return ticket.waitingSince()
                .map(since -> sql.sql("select count(*) from ticket where holder = ?"
                                + " and (priority > ? or (priority = ? and waiting_since < ?))")
                        .param(Holder.QUEUE.name())
                        .param(ticket.priority())
                        .param(ticket.priority())
                        .param(Timestamp.from(since))
                        .query(Integer.class)
                        .single())
                .orElse(0);
    }

    /**
     * How long customers wait for a person: the median of the last waits of this week, and never less than the one in
     * front has waited already. Empty while too few waits are known.
     */
    public Optional<Duration> expectedWait() {
        var waits = lastWaits();
        if (waits.size() < WAITS_NEEDED) return Optional.empty();
        var median = Duration.ofSeconds(waits.get(waits.size() / 2));
        return Optional.of(
                longestWait().filter(longest -> longest.compareTo(median) > 0).orElse(median));
    }

    private List<Long> lastWaits() {
        return sql
                .sql("select waited_seconds from ticket where waited_seconds is not null and waiting_since > ?"
                        + " order by waiting_since desc limit " + WAITS_LOOKED_AT)
                .param(Timestamp.from(clock.instant().minus(LOOKED_BACK)))
                .query(Long.class)
                .list()
                .stream()
                .sorted()
                .toList();
    }

    private Optional<Duration> longestWait() {
        return sql.sql("select min(waiting_since) as since from ticket where holder = ?")
                .param(Holder.QUEUE.name())
                .query((row, n) ->
                        Optional.ofNullable(row.getTimestamp("since")).map(Timestamp::toInstant))
                .single()
                .map((Instant since) -> Duration.between(since, clock.instant()));
    }
}
