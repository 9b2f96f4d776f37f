package io.tandem.hours;

import static io.tandem.hours.State.BB;
import static io.tandem.hours.State.BE;
import static io.tandem.hours.State.BW;
import static io.tandem.hours.State.BY;
import static io.tandem.hours.State.HB;
import static io.tandem.hours.State.HE;
import static io.tandem.hours.State.HH;
import static io.tandem.hours.State.MV;
import static io.tandem.hours.State.NI;
import static io.tandem.hours.State.NW;
import static io.tandem.hours.State.RP;
import static io.tandem.hours.State.SH;
import static io.tandem.hours.State.SL;
import static io.tandem.hours.State.SN;
import static io.tandem.hours.State.ST;
import static io.tandem.hours.State.TH;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;

/**
 * The public holidays by the laws of the German states. Those that only some towns have (Assumption in most of Bavaria,
 * Corpus Christi in parts of Saxony and Thuringia, Augsburg's peace festival) belong to no state here: owners name them.
 */
enum Holiday {
    NEW_YEAR(on(1, 1), State.values()),
    EPIPHANY(on(1, 6), BW, BY, ST),
    WOMENS_DAY(on(3, 8), BE, MV),
    GOOD_FRIDAY(easterAnd(-2), State.values()),
    EASTER_SUNDAY(easterAnd(0), BB),
    EASTER_MONDAY(easterAnd(1), State.values()),
    LABOUR_DAY(on(5, 1), State.values()),
    ASCENSION(easterAnd(39), State.values()),
    WHIT_SUNDAY(easterAnd(49), BB),
    WHIT_MONDAY(easterAnd(50), State.values()),
    CORPUS_CHRISTI(easterAnd(60), BW, BY, HE, NW, RP, SL),
    PEACE_FESTIVAL(on(8, 8)),
    ASSUMPTION(on(8, 15), SL),
    CHILDRENS_DAY(on(9, 20), TH),
    GERMAN_UNITY(on(10, 3), State.values()),
    REFORMATION(on(10, 31), BB, HB, HH, MV, NI, SN, ST, SH, TH),
    ALL_SAINTS(on(11, 1), BW, BY, NW, RP, SL),
    REPENTANCE(Holiday::repentance, SN),
    CHRISTMAS(on(12, 25), State.values()),
    BOXING_DAY(on(12, 26), State.values());

    private final IntFunction<LocalDate> date;
    private final Set<State> states = EnumSet.noneOf(State.class);

    Holiday(IntFunction<LocalDate> date, State... states) {
        this.date = date;
        this.states.addAll(Arrays.asList(states));
    }

    private static IntFunction<LocalDate> on(int month, int day) {
        return year -> LocalDate.of(year, month, day);
    }

    private static IntFunction<LocalDate> easterAnd(int days) {
        return year -> easter(year).plusDays(days);
    }

    /** Easter Sunday in the Gregorian calendar, by the anonymous algorithm of 1876 (Meeus, Jones, Butcher). */
    static LocalDate easter(int year) {
        int a = year % 19;
        int b = year / 100;
        int c = year % 100;
        int h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
        int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
        int m = (a + 11 * h + 22 * l) / 451;
        int n = h + l - 7 * m + 114;
        return LocalDate.of(year, n / 31, n % 31 + 1);
    }

    /** The Wednesday before November 23. */
    private static LocalDate repentance(int year) {
        return LocalDate.of(year, 11, 23).with(TemporalAdjusters.previous(DayOfWeek.WEDNESDAY));
    }

    boolean isOn(LocalDate day) {
        return date.apply(day.getYear()).equals(day);
    }

    static Set<Holiday> in(State state) {
        var holidays = EnumSet.noneOf(Holiday.class);
        for (var holiday : values()) if (holiday.states.contains(state)) holidays.add(holiday);
        return holidays;
    }

    /** As owners write it: {@code corpus-christi}. */
    static Optional<Holiday> named(String name) {
        return Arrays.stream(values())
                .filter(holiday -> holiday.written().equals(name))
                .findFirst();
    }

    String written() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
