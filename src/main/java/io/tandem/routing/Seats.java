package io.tandem.routing;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The agents' seats: one row each. */
@Component
class Seats {

    /** Often enough for minutes, and seldom enough for a page that asks all the time. */
    private static final Duration SEEN_EVERY = Duration.ofMinutes(1);

    private final JdbcClient sql;
    private final Clock clock;
    private final Cache<String, Boolean> justSeen = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(SEEN_EVERY)
            .build();

    Seats(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    Seat of(String agent) {
        return read(agent, "").orElseGet(() -> Seat.empty(agent));
    }

    /** The seat, held until the end of the transaction: an agent who asks twice at once is given one ticket each time. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Seat hold(String agent) {
        return read(agent, " for update").orElseGet(() -> {
            add(agent);
            return Seat.empty(agent);
        });
    }

    private Optional<Seat> read(String agent, String lock) {
        return sql.sql("select ticket_limit, away, last_seen from seat where agent = ?" + lock)
                .param(agent)
                .query((row, number) -> {
                    var seen = row.getTimestamp("last_seen");
                    return new Seat(
                            agent,
                            row.getObject("ticket_limit", Integer.class),
                            row.getBoolean("away"),
                            seen == null ? null : seen.toInstant());
                })
                .optional();
    }

    private void add(String agent) {
        sql.sql("insert into seat (agent) values (?)").param(agent).update();
    }

    void limit(String agent, @Nullable Integer limit) {
        hold(agent);
        sql.sql("update seat set ticket_limit = ? where agent = ?")
                .param(limit)
                .param(agent)
                .update();
    }

    void away(String agent, boolean away) {
        hold(agent);
        sql.sql("update seat set away = ? where agent = ?")
                .param(away)
                .param(agent)
                .update();
    }

    /** Their browser has asked for something just now. */
    void seen(String agent) {
        if (justSeen.asMap().putIfAbsent(agent, true) != null) return;
        if (see(agent) > 0) return;
        try {
            add(agent);
        } catch (DuplicateKeyException addedMeanwhile) {
            // by another request of theirs
        }
        see(agent);
    }

    private int see(String agent) {
        return sql.sql("update seat set last_seen = ? where agent = ?")
                .param(Timestamp.from(clock.instant()))
                .param(agent)
                .update();
    }
}
