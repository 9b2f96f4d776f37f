package io.tandem.retention;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How far each kind has come in its latest night: written with what was removed, so a stop in the middle loses no count. */
@Component
class Progress {

    /**
     * @param endedAt when there was no more; nothing if it was stopped before
     * @param lastEndedAt the same of the last night that came so far; before there was one, when the first began
     */
    record Latest(
            String kind,
            Instant night,
            long removed,
            @Nullable Instant endedAt,
            Instant lastEndedAt) {}

    private final JdbcClient sql;
    private final Clock clock;

    Progress(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    boolean isDone(String kind, Instant night) {
        return sql.sql("select count(*) from cleaning where kind = ? and night = ? and ended_at is not null")
                        .params(kind, Timestamp.from(night))
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** In the transaction that has removed them. */
    void removed(String kind, Instant night, long rows) {
        write(kind, night, rows, null);
    }

    void done(String kind, Instant night) {
        write(kind, night, 0, Timestamp.from(clock.instant()));
    }

    private void write(String kind, Instant night, long rows, @Nullable Timestamp end) {
        var known = sql.sql("update cleaning set removed = case when night = :night then removed else 0 end + :rows,"
                        + " night = :night, ended_at = :end,"
                        + " last_ended_at = coalesce(cast(:end as timestamp with time zone), last_ended_at)"
                        + " where kind = :kind")
                .param("night", Timestamp.from(night))
                .param("rows", rows)
                .param("end", end, Types.TIMESTAMP)
                .param("kind", kind)
                .update();
        if (known > 0) return;
        sql.sql("insert into cleaning (kind, night, removed, ended_at, last_ended_at) values (?, ?, ?, ?, ?)")
                .param(kind)
                .param(Timestamp.from(night))
                .param(rows)
                .param(end)
                .param(end == null ? Timestamp.from(night) : end)
                .update();
    }

    List<Latest> latest() {
        return sql.sql(
                        "select kind, night, removed, ended_at, coalesce(last_ended_at, night) as last_ended_at from cleaning"
                                + " order by kind")
                .query((row, number) -> new Latest(
                        row.getString("kind"),
                        row.getTimestamp("night").toInstant(),
                        row.getLong("removed"),
                        Optional.ofNullable(row.getTimestamp("ended_at"))
                                .map(Timestamp::toInstant)
                                .orElse(null),
                        row.getTimestamp("last_ended_at").toInstant()))
                .list();
    }
}
