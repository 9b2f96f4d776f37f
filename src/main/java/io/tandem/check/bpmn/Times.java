package io.tandem.check.bpmn;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Calendar;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.xml.datatype.DatatypeFactory;

/** Times as they stand in diagrams, read as the engine reads them: ISO 8601. */
final class Times {

    private static final Pattern DAYS = Pattern.compile("P?\\d{1,5}D?");
    private static final Pattern CYCLE = Pattern.compile("R(\\d*)/(.+)");

    /** Any moment will do: a month has the length that it has from then on. */
    private static final long SOME_MOMENT = 0;

    private Times() {}

    /** @return empty if it is none */
    static Optional<Duration> duration(String written) {
        try {
            var moment = Calendar.getInstance();
            moment.setTimeInMillis(SOME_MOMENT);
            var millis = DatatypeFactory.newDefaultInstance()
                    .newDuration(written.strip())
                    .getTimeInMillis(moment);
            return Optional.of(Duration.ofMillis(millis));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The time between two rounds of {@code R/PT10M} or {@code R3/2026-01-01T08:00:00/PT10M}; empty if it is no cycle. */
    static Optional<Duration> cycle(String written) {
        var cycle = CYCLE.matcher(written.strip());
        if (!cycle.matches()) return Optional.empty();
        var parts = cycle.group(2).split("/", -1);
        if (parts.length > 2) return Optional.empty();
        if (parts.length == 1) return duration(parts[0]);
        return parts[0].startsWith("P")
                ? moment(parts[1]).flatMap(end -> duration(parts[0]))
                : moment(parts[0]).flatMap(start -> duration(parts[1]));
    }

    /** A date with a time; without an offset it is one of this machine. */
    static Optional<Instant> moment(String written) {
        var text = written.strip();
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeParseException noOffset) {
            try {
                return Optional.of(
                        LocalDateTime.parse(text).atZone(ZoneId.systemDefault()).toInstant());
            } catch (DateTimeParseException e) {
                return Optional.empty();
            }
        }
    }

    /** {@code P180D} or {@code 180}: the engine counts whole days. */
    static boolean isTimeToLive(String written) {
        return DAYS.matcher(written.strip()).matches() && written.contains("D") == written.contains("P");
    }

    static boolean isExpression(String written) {
        return written.contains("${") || written.contains("#{");
    }
}
