package io.tandem.retention;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Pattern;

/** The hours in which is cleaned; they may go past midnight. */
record Night(LocalTime from, LocalTime to) {

    private static final Pattern WRITTEN = Pattern.compile("(\\d{2}:\\d{2})\\s*-\\s*(\\d{2}:\\d{2})");

    /** @throws IllegalArgumentException with the reason, if there is no such night */
    static Night parse(String text) {
        var written = WRITTEN.matcher(text);
        if (!written.matches()) throw noNight(text);
        try {
            var night = new Night(LocalTime.parse(written.group(1)), LocalTime.parse(written.group(2)));
            if (night.from.equals(night.to)) throw noNight(text);
            return night;
        } catch (DateTimeParseException noTime) {
            throw noNight(text);
        }
    }

    private static IllegalArgumentException noNight(String text) {
        return new IllegalArgumentException("\"" + text + "\" is no night; write one like 02:00-05:00");
    }

    /** When the night began that it is then; nothing by day. */
    Optional<Instant> beganBefore(Instant now, ZoneId zone) {
        var local = now.atZone(zone);
        var today = local.toLocalDate();
        var time = local.toLocalTime();
        var late = !time.isBefore(from);
        var early = time.isBefore(to);
        var pastMidnight = to.isBefore(from);
        if (pastMidnight ? !late && !early : !late || !early) return Optional.empty();
        var day = pastMidnight && early ? today.minusDays(1) : today;
        return Optional.of(day.atTime(from).atZone(zone).toInstant());
    }
}
