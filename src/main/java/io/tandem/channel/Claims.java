package io.tandem.channel;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What this node sends of all that waits: nobody else does meanwhile. What a dead node has claimed is free again within a minute. */
@Component
class Claims {

    static final Duration LENGTH = Duration.ofSeconds(45);
    /** By the database's clock: a node whose own is ahead would send what another is sending. */
    private static final String UNTIL = "current_timestamp + cast(? as integer) * interval '1' second";

    private static final String FREE = "(claimed_until is null or claimed_until < current_timestamp)";
    private static final int AT_ONCE = 10;

    private final JdbcClient sql;
    private final Clock clock;

    Claims(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** The next message of the channel whose time has come, for this node alone. */
    Optional<Claimed> next(String channel) {
        return due(channel).stream()
                .filter(due -> claim(due.message(), channel))
                .findFirst();
    }

    private List<Claimed> due(String channel) {
        return sql.sql(
                        "select d.message, d.asks_rating, d.attempts, d.queued_at, d.incident, d.downs, d.down_at, d.awaits_customer,"
                                + " d.hurried"
                                + " from delivery d join message m on m.id = d.message"
                                + " where d.channel = ? and d.state = 'QUEUED' and d.due_at <= ?"
                                + " and " + FREE + " and not exists ("
                                + "select 1 from message e join delivery f on f.message = e.id where e.ticket = m.ticket"
                                + " and e.position < m.position and f.state = 'QUEUED' and f.channel = d.channel)"
                                + " order by d.due_at limit " + AT_ONCE)
                .params(channel, Timestamp.from(clock.instant()))
                .query((row, number) -> claimed(row))
                .list();
    }

    private static Claimed claimed(ResultSet row) throws SQLException {
        return new Claimed(
                row.getObject("message", UUID.class),
                row.getBoolean("asks_rating"),
                row.getInt("attempts"),
                row.getTimestamp("queued_at").toInstant(),
                row.getString("incident") != null,
                row.getInt("downs"),
                moment(row, "down_at"),
                moment(row, "awaits_customer"),
                row.getInt("hurried"));
    }

    private static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
        var moment = row.getTimestamp(column);
        return moment == null ? null : moment.toInstant();
    }

    /** Unless it goes another way meanwhile. */
    private boolean claim(UUID message, String channel) {
        return sql.sql("update delivery set claimed_until = " + UNTIL + " where message = ? and channel = ?"
                                + " and state = 'QUEUED' and " + FREE)
                        .params(LENGTH.toSeconds(), message, channel)
                        .update()
                > 0;
    }

    /** This node does not send it after all. */
    void giveBack(UUID message) {
        sql.sql("update delivery set claimed_until = null where message = ? and state = 'QUEUED'")
                .param(message)
                .update();
    }

    /** This node is still at it; what it has put back meanwhile stays free. */
    void renew(Collection<UUID> messages) {
        for (var message : messages) {
            sql.sql("update delivery set claimed_until = " + UNTIL + " where message = ? and state = 'QUEUED'"
                            + " and claimed_until is not null")
                    .params(LENGTH.toSeconds(), message)
                    .update();
        }
    }
}
