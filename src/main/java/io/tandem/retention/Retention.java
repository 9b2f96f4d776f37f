package io.tandem.retention;

import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;

/** How long things are kept, and when what is older goes. */
record Retention(Period conversation, Period deliveries, Period figures, Night night) {

    static final Retention DEFAULT =
            new Retention(Period.ofMonths(24), Period.ofDays(90), Period.ofYears(10), Night.parse("02:00-05:00"));

    /** What is older than one of the periods goes: these are the moments. */
    record Limits(Instant conversation, Instant deliveries, Instant figures) {}

    Limits limits(Instant now, ZoneId zone) {
        var today = now.atZone(zone);
        return new Limits(
                today.minus(conversation).toInstant(),
                today.minus(deliveries).toInstant(),
                today.minus(figures).toInstant());
    }
}
