package io.tandem.insight.step;

import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * A stretch of time that is counted once, when it is over. Steps of machines and customers are counted by the day, those of
 * people by the week: no two weeks overlap, so that no difference of two of them is about fewer people than each.
 */
record Block(LocalDate firstDay, int days) {

    static final int DAY = 1;
    static final int WEEK = 7;

    boolean isOfPeople() {
        return days == WEEK;
    }

    LocalDate end() {
        return firstDay.plusDays(days);
    }

    Timestamp from(ZoneId zone) {
        return Timestamp.from(firstDay.atStartOfDay(zone).toInstant());
    }

    /** The first moment that no longer belongs to it. */
    Timestamp to(ZoneId zone) {
        return Timestamp.from(end().atStartOfDay(zone).toInstant());
    }
}
