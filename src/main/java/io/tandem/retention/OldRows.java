package io.tandem.retention;

import io.tandem.retention.Retention.Limits;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of one kind that go by their age. */
final class OldRows implements Sweep {

    private static final int AT_ONCE = 200;
    private static final int VERSION_AND_MORE = 16;

    private final OldRow row;
    private final JdbcClient sql;

    OldRows(OldRow row, JdbcClient sql) {
        this.row = row;
        this.sql = sql;
    }

    @Override
    public String kind() {
        return row.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public int next(Limits limits) {
        var keys = keys(row.limit(limits));
        if (keys.isEmpty()) return 0;
        row.remove().forEach(statement -> sql.sql(statement).param("keys", keys).update());
        return keys.size();
    }

    private List<Object> keys(Instant limit) {
        var day = LocalDate.ofInstant(limit, ZoneOffset.UTC);
        return sql.sql(row.find() + " limit " + AT_ONCE)
                .params(Map.of(
                        "id", first(limit),
                        "moment", Timestamp.from(limit),
                        "day", Date.valueOf(day),
                        "month", YearMonth.from(day).toString()))
                .query((found, number) -> found.getObject(1))
                .list();
    }

    /** No UUIDv7 of that moment is smaller. */
    static UUID first(Instant moment) {
        return new UUID(moment.toEpochMilli() << VERSION_AND_MORE, 0);
    }
}
