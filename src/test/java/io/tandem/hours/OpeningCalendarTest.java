package io.tandem.hours;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Times are those of Berlin, where nothing else is said. */
class OpeningCalendarTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private static final OpeningCalendar OFFICE = calendar("""
            time-zone: Europe/Berlin
            monday: [09:00-12:30, 13:00-17:00]
            tuesday: [09:00-12:30, 13:00-17:00]
            wednesday: [09:00-12:30, 13:00-17:00]
            thursday: [09:00-12:30, 13:00-17:00]
            friday: [09:00-12:30, 13:00-17:00]
            holidays: BE
            closed: [2026-12-24, 2026-08-03 to 2026-08-05]
            """);

    private static final OpeningCalendar ALWAYS = OpeningCalendar.aroundTheClock();

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            # what                                    | from             | time  | till
            within a morning                          | 2026-11-25T09:00 | PT2H  | 2026-11-25T11:00
            over lunch                                | 2026-11-25T12:00 | PT1H  | 2026-11-25T13:30
            up to lunch and not past it               | 2026-11-25T12:00 | PT30M | 2026-11-25T12:30
            opened at lunch                           | 2026-11-25T12:45 | PT1H  | 2026-11-25T14:00
            opened before the day begins              | 2026-11-25T06:00 | PT1H  | 2026-11-25T10:00
            opened one minute before closing          | 2026-11-25T16:59 | PT4H  | 2026-11-26T13:29
            the minute before closing is enough       | 2026-11-25T16:59 | PT1M  | 2026-11-25T17:00
            opened at closing                         | 2026-11-25T17:00 | PT1M  | 2026-11-26T09:01
            over the weekend                          | 2026-11-27T16:00 | PT2H  | 2026-11-30T10:00
            opened on a Sunday                        | 2026-11-29T11:11 | PT1H  | 2026-11-30T10:00
            over a holiday on a Monday                | 2026-04-03T10:00 | PT1H  | 2026-04-07T10:00
            from Thursday over Good Friday and Easter | 2026-04-02T16:30 | PT1H  | 2026-04-07T09:30
            over a closed day and Christmas           | 2026-12-23T16:00 | PT2H  | 2026-12-28T10:00
            over a span of closed days                | 2026-07-31T16:00 | PT2H  | 2026-08-06T10:00
            a day of another state is open            | 2026-06-04T10:00 | PT1H  | 2026-06-04T11:00
            no time                                   | 2026-11-29T11:11 | PT0S  | 2026-11-29T11:11
            two weeks of work                         | 2026-11-09T09:00 | PT75H | 2026-11-20T17:00
            """)
    void timeIsCountedInTheHoursOfTheOffice(String what, LocalDateTime from, Duration time, LocalDateTime till) {
        assertThat(OFFICE.plus(at(from), time)).isEqualTo(at(till));
        assertThat(OFFICE.between(at(from), at(till))).isEqualTo(time);
    }

    @Test
    void theNightInSpringIsAnHourShorter() {
        assertThat(ALWAYS.plus(at("2027-03-27T12:00"), Duration.ofHours(24))).isEqualTo(at("2027-03-28T13:00"));
        assertThat(ALWAYS.between(at("2027-03-28T00:00"), at("2027-03-29T00:00")))
                .isEqualTo(Duration.ofHours(23));
    }

    @Test
    void theNightInAutumnIsAnHourLonger() {
        assertThat(ALWAYS.plus(at("2026-10-24T12:00"), Duration.ofHours(24))).isEqualTo(at("2026-10-25T11:00"));
        assertThat(ALWAYS.between(at("2026-10-25T00:00"), at("2026-10-26T00:00")))
                .isEqualTo(Duration.ofHours(25));
    }

    /** The hours stand where the clocks on the wall show them, before and after (in spring, Easter lies between). */
    @Test
    void anOfficeKeepsItsHoursOverBothChanges() {
        assertThat(OFFICE.plus(at("2027-03-25T16:30"), Duration.ofHours(1))).isEqualTo(at("2027-03-30T09:30"));
        assertThat(OFFICE.plus(at("2026-10-23T16:30"), Duration.ofHours(1))).isEqualTo(at("2026-10-26T09:30"));
        assertThat(OFFICE.nextOpen(at("2026-10-24T10:00"))).isEqualTo(Instant.parse("2026-10-26T08:00:00Z"));
        assertThat(OFFICE.nextOpen(at("2026-10-17T10:00"))).isEqualTo(Instant.parse("2026-10-19T07:00:00Z"));
    }

    @ParameterizedTest
    @CsvSource({
        // 02:00 to 03:00 is skipped, the second 02:00 to 03:00 is counted once the hours last beyond it
        "2027-03-28, 01:00-04:00, PT2H", "2027-03-28, 02:15-02:45, PT0S", "2027-03-28, 01:30-02:30, PT30M",
        "2027-03-28, 02:30-03:30, PT30M", "2026-10-25, 01:00-04:00, PT4H", "2026-10-25, 03:00-04:00, PT1H"
    })
    void aNightShiftIsAsLongAsItReallyIs(LocalDate sunday, String hours, Duration length) {
        var night = new OpeningCalendar(
                BERLIN, Map.of(sunday.getDayOfWeek(), List.of(Opening.parse(hours))), Set.of(), List.of());

        assertThat(night.between(
                        at(sunday.atStartOfDay()), at(sunday.plusDays(1).atStartOfDay())))
                .isEqualTo(length);
    }

    @Test
    void hoursThatMeetCountOnceEvenWhereTheClocksShowAnHourTwice() {
        var night = new OpeningCalendar(
                BERLIN,
                Map.of(
                        LocalDate.parse("2026-10-25").getDayOfWeek(),
                        List.of(Opening.parse("00:00-02:30"), Opening.parse("02:30-24:00"))),
                Set.of(),
                List.of());

        assertThat(night.between(at("2026-10-25T00:00"), at("2026-10-26T00:00")))
                .isEqualTo(Duration.ofHours(25));
    }

    @Test
    void aroundTheClockEverySecondCounts() {
        var then = at("2026-12-24T23:59");

        assertThat(ALWAYS.isOpen(then)).isTrue();
        assertThat(ALWAYS.nextOpen(then)).isEqualTo(then);
        assertThat(ALWAYS.plus(then, Duration.ofDays(3))).isEqualTo(then.plus(Duration.ofDays(3)));
    }

    @Test
    void nobodyIsThereAtLunchInTheEveningAndOnHolidays() {
        assertThat(OFFICE.isOpen(at("2026-11-25T09:00"))).isTrue();
        assertThat(OFFICE.isOpen(at("2026-11-25T12:30"))).isFalse();
        assertThat(OFFICE.isOpen(at("2026-11-25T17:00"))).isFalse();
        assertThat(OFFICE.isOpen(at("2026-04-06T10:00"))).isFalse();
        assertThat(OFFICE.nextOpen(at("2026-11-25T12:40"))).isEqualTo(at("2026-11-25T13:00"));
        assertThat(OFFICE.nextOpen(at("2026-12-23T18:00"))).isEqualTo(at("2026-12-28T09:00"));
    }

    @Test
    void whoeverComesThenHasBegunInTheMorning() {
        assertThat(OFFICE.openSince(at("2026-11-26T10:15"))).isEqualTo(at("2026-11-26T09:00"));
        assertThat(OFFICE.openSince(at("2026-11-26T12:45"))).isEqualTo(at("2026-11-26T13:00"));
    }

    @Test
    void timeDoesNotRunBackwards() {
        assertThat(OFFICE.between(at("2026-11-26T10:00"), at("2026-11-25T10:00")))
                .isZero();
    }

    @Test
    void aCalendarThatNeverOpensSaysSoInsteadOfCountingForever() {
        var never = new OpeningCalendar(BERLIN, Map.of(), Set.of(), List.of());

        assertThatThrownBy(() -> never.plus(Instant.EPOCH, Duration.ofMinutes(1)))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> never.nextOpen(Instant.EPOCH)).isInstanceOf(IllegalStateException.class);
        assertThat(never.between(Instant.EPOCH, Instant.EPOCH.plus(Duration.ofDays(30))))
                .isZero();
    }

    private static OpeningCalendar calendar(String yaml) {
        return CalendarFile.read(yaml.getBytes(StandardCharsets.UTF_8), LocalDate.parse("2026-11-25"));
    }

    private static Instant at(String local) {
        return at(LocalDateTime.parse(local));
    }

    private static Instant at(LocalDateTime local) {
        return local.atZone(BERLIN).toInstant();
    }
}
