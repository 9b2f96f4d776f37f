package io.tandem.insight;

import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;

/** A calendar month. There are no other periods: of two that overlap, the difference may be one person's day. */
record Period(YearMonth month, ZoneId zone) {

    LocalDate firstDay() {
        return month.atDay(1);
    }

    Timestamp from() {
        return Timestamp.from(month.atDay(1).atStartOfDay(zone).toInstant());
    }

    /** The first moment that no longer belongs to it. */
    Timestamp to() {
        return new Period(month.plusMonths(1), zone).from();
    }
}
