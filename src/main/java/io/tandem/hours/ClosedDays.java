package io.tandem.hours;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.function.Predicate;

/** One line of the closed days: a day, a span of days, a day of every year or a holiday by its name. */
record ClosedDays(String written, Predicate<LocalDate> days) {

    private static final String TO = " to ";
    private static final String EVERY_YEAR = "\\d\\d-\\d\\d";

    /** @throws IllegalArgumentException if nobody could tell which days are meant */
    static ClosedDays parse(String text) {
        var holiday = Holiday.named(text);
        if (holiday.isPresent()) return new ClosedDays(text, holiday.get()::isOn);
        try {
            if (text.contains(TO)) return span(text);
            if (text.matches(EVERY_YEAR)) return everyYear(text);
            return new ClosedDays(text, LocalDate.parse(text)::equals);
        } catch (DateTimeException unknown) {
            throw new IllegalArgumentException("\"" + text + "\" is no day: write 2026-12-24, 12-24 (every year),"
                    + " 2026-08-03 to 2026-08-07, or a holiday like corpus-christi");
        }
    }

    private static ClosedDays everyYear(String text) {
        var date = MonthDay.parse("--" + text);
        return new ClosedDays(text, day -> MonthDay.from(day).equals(date));
    }

    private static ClosedDays span(String text) {
        var ends = text.split(TO, 2);
        var first = LocalDate.parse(ends[0].strip());
        var last = LocalDate.parse(ends[1].strip());
        if (last.isBefore(first)) throw new IllegalArgumentException("\"" + text + "\" ends before it begins");
        return new ClosedDays(text, day -> !day.isBefore(first) && !day.isAfter(last));
    }

    boolean contain(LocalDate day) {
        return days.test(day);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ClosedDays same && same.written.equals(written);
    }

    @Override
    public int hashCode() {
        return written.hashCode();
    }
}
