package io.tandem.channel;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How much waits before each channel, for operators. What waits for its customer is no trouble of the channel's. */
@Component
class Backlog {

    /**
     * What waits before a channel.
     *
     * @param messages that wait for the channel
     * @param oldest since when the one of them waits that has waited longest
     * @param awaitingCustomer how many more wait until their customer writes
     */
    record Queue(long messages, Optional<Instant> oldest, long awaitingCustomer) {

        static final Queue EMPTY = new Queue(0, Optional.empty(), 0);
    }

    private final JdbcClient sql;
    private volatile Map<String, Queue> latest = Map.of();

    Backlog(JdbcClient sql) {
        this.sql = sql;
    }

    /** By channel; none where nothing waits. */
    Map<String, Queue> now() {
        var now = sql
                .sql("select channel, count(*) as messages, count(awaits_customer) as awaiting,"
                        + " min(case when awaits_customer is null then queued_at end) as oldest"
                        + " from delivery where state = 'QUEUED' group by channel")
                .query((row, number) -> Map.entry(row.getString("channel"), queue(row)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        latest = now;
        return now;
    }

    /** As they were counted last, for whoever must not wait for the database. */
    Map<String, Queue> latest() {
        return latest;
    }

    /** That wait for the channel. */
    long messages(String channel) {
        return now().getOrDefault(channel, Queue.EMPTY).messages();
    }

    private static Queue queue(ResultSet row) throws SQLException {
        var awaiting = row.getLong("awaiting");
        var oldest = Optional.ofNullable(row.getTimestamp("oldest")).map(Timestamp::toInstant);
        return new Queue(row.getLong("messages") - awaiting, oldest, awaiting);
    }
}
