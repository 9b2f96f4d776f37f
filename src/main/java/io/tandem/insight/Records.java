package io.tandem.insight;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Everything that the database holds about one agent. */
@Component
class Records {

    private static final int MOST = 200;

    /** @param latest the latest entries; {@code count} says how many there are */
    record Kept(RecordKind kind, long count, List<Entry> latest) {}

    record Entry(String label, @Nullable Instant at) {}

    private final JdbcClient sql;

    Records(JdbcClient sql) {
        this.sql = sql;
    }

    List<Kept> about(String agent) {
        return Arrays.stream(RecordKind.values()).map(kind -> kept(kind, agent)).toList();
    }

    private Kept kept(RecordKind kind, String agent) {
        var count = sql.sql("select count(*) from (" + kind.query() + ") entries")
                .param(agent)
                .query(Long.class)
                .single();
        var latest = sql.sql("select label, happened from (" + kind.query() + ") entries"
                        + " order by happened desc nulls last, label desc limit " + MOST)
                .param(agent)
                .query((row, n) -> new Entry(
                        row.getString("label"),
                        Optional.ofNullable(row.getTimestamp("happened"))
                                .map(Timestamp::toInstant)
                                .orElse(null)))
                .list();
        return new Kept(kind, count, latest);
    }
}
