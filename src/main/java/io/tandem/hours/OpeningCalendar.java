package io.tandem.hours;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * When people are there: hours by weekday without holidays and closed days, in one time zone. It counts real time, so a
 * night on which the clocks change is an hour shorter or longer.
 */
record OpeningCalendar(
        ZoneId zone, Map<DayOfWeek, List<Opening>> week, Set<Holiday> holidays, List<ClosedDays> closed) {

    /** Far more than any service level: what is not open by then never is. */
    private static final int MOST_DAYS = 36_525;

    static OpeningCalendar aroundTheClock() {
        var week = new EnumMap<DayOfWeek, List<Opening>>(DayOfWeek.class);
        Arrays.stream(DayOfWeek.values()).forEach(day -> week.put(day, List.of(Opening.parse("00:00-24:00"))));
        return new OpeningCalendar(ZoneId.of("Europe/Berlin"), week, Set.of(), List.of());
    }

    /** The moment at which people have been there for so long since then. */
    Instant plus(Instant since, Duration time) {
        if (time.isNegative() || time.isZero()) return since;
        var left = time;
        for (var stretches = from(since); stretches.hasNext(); ) {
            var stretch = stretches.next();
            if (stretch.length().compareTo(left) >= 0) return stretch.from().plus(left);
            left = left.minus(stretch.length());
        }
        throw new IllegalStateException("In a hundred years nobody is there for " + time);
    }

    /** For how long people are there between the two; nothing if the end is before the beginning. */
    Duration between(Instant since, Instant until) {
        var sum = Duration.ZERO;
        for (var stretches = from(since); stretches.hasNext(); ) {
            var stretch = stretches.next();
            if (!stretch.from().isBefore(until)) break;
            sum = sum.plus(stretch.until(until).length());
        }
        return sum;
    }

    boolean isOpen(Instant time) {
        return !nextOpen(time).isAfter(time);
    }

    /** From when on somebody is there: the time itself, or the next opening. */
    Instant nextOpen(Instant time) {
        return next(time).from();
    }

    /** When those who are there then will have begun; between two openings, when the next begin. */
    Instant openSince(Instant time) {
        var day = time.atZone(zone).toLocalDate();
        return on(day).filter(
                        stretch -> !stretch.from().isAfter(time) && stretch.to().isAfter(time))
                .map(Stretch::from)
                .findFirst()
                .orElseGet(() -> nextOpen(time));
    }

    private Stretch next(Instant time) {
        var stretches = from(time);
        if (!stretches.hasNext()) throw new IllegalStateException("Nobody is ever there after " + time);
        return stretches.next();
    }

    private Iterator<Stretch> from(Instant time) {
        return Stream.iterate(time.atZone(zone).toLocalDate(), day -> day.plusDays(1))
                .limit(MOST_DAYS)
                .flatMap(this::on)
                .filter(stretch -> stretch.to().isAfter(time))
                .map(stretch -> stretch.since(time))
                .iterator();
    }

    private Stream<Stretch> on(LocalDate day) {
        if (isClosed(day)) return Stream.empty();
        return week.getOrDefault(day.getDayOfWeek(), List.of()).stream()
                .map(opening -> new Stretch(moment(opening.begin(day)), moment(opening.end(day))))
                .filter(stretch -> stretch.from().isBefore(stretch.to()));
    }

    boolean isClosed(LocalDate day) {
        return holidays.stream().anyMatch(holiday -> holiday.isOn(day))
                || closed.stream().anyMatch(days -> days.contain(day));
    }

    /** A time that the clocks skip is the moment at which they do; of one that they show twice, the first counts. */
    private Instant moment(LocalDateTime local) {
        var change = zone.getRules().getTransition(local);
        return change != null && change.isGap()
                ? change.getInstant()
                : local.atZone(zone).toInstant();
    }

    /** Whether somebody is there at some time in the year that begins with this day. */
    boolean opensWithinAYearOf(LocalDate day) {
        return Stream.iterate(day, date -> date.plusDays(1))
                .limit(366)
                .anyMatch(date -> on(date).findAny().isPresent());
    }
}
