package io.tandem.hours;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tandem.content.BrokenFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalendarFileTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-25");

    /** Line 1 is the zone, 2 the hours of Monday, 3 the state. */
    private static final String GOOD = """
            time-zone: Europe/Berlin
            monday: [09:00-17:00]
            holidays: BE
            """;

    @Test
    void theShippedCalendarCanBeRead() throws Exception {
        var shipped = CalendarFile.read(Files.readAllBytes(Path.of("processes/calendar.yml")), TODAY);

        assertThat(shipped.zone().getId()).isEqualTo("Europe/Berlin");
        assertThat(shipped.isClosed(LocalDate.parse("2027-03-08"))).isTrue();
        assertThat(shipped.isClosed(LocalDate.parse("2031-12-24"))).isTrue();
    }

    @ParameterizedTest(name = "{3}")
    @CsvSource(delimiter = '|', textBlock = """
            Europe/Berlin | Europe/Berlln                | line 1 | there is no time zone "Europe/Berlln"
            09:00-17:00   | 9 to 5                       | line 2 | "9 to 5" is not like 09:00-12:30
            09:00-17:00   | 17:00-09:00                  | line 2 | "17:00-09:00" ends before it begins
            09:00-17:00   | 09:00-09:00                  | line 2 | "09:00-09:00" ends before it begins
            09:00-17:00   | 09:00-24:30                  | line 2 | "09:00-24:30" has a time that no clock shows
            09:00-17:00   | 09:60-12:00                  | line 2 | "09:60-12:00" has a time that no clock shows
            09:00-17:00   | 09:00-13:00, 12:00-17:00     | line 2 | "12:00-17:00" overlaps another time of the day
            monday        | mondays                      | line 2 | there is no entry "mondays"
            holidays: BE  | holidays: Berlin             | line 3 | there is no state "Berlin"
            holidays: BE  | tuesday: []                  | line 1 | "holidays" is missing
            holidays: BE  | tuesday: 09:00-17:00         | line 3 | "tuesday" has to be a list
            holidays: BE  | monday: []                   | line 3 | "monday" stands here twice
            09:00-17:00   | '09:00-17:00, ['             | line 3 | this is no YAML
            """)
    void whatCannotBeMeantIsRefusedWithItsLine(String good, String broken, String line, String reason) {
        assertThatThrownBy(() -> read(GOOD.replace(good, broken)))
                .isInstanceOf(BrokenFile.class)
                .hasMessageContaining("calendar.yml, " + line)
                .hasMessageContaining(reason);
    }

    @ParameterizedTest
    @CsvSource({"2026-13-01", "02-30", "Heiligabend", "2026-08-07 to 2026-08-03", "tomorrow to 2026-08-03", "1-1"})
    void aDayThatDoesNotExistIsRefused(String day) {
        assertThatThrownBy(() -> read(GOOD + "closed:\n  - 2026-10-30\n  - " + day))
                .isInstanceOf(BrokenFile.class)
                .hasMessageContaining("calendar.yml, line 6");
    }

    @Test
    void aCalendarWithNoOpenHourIsRefused() {
        assertThatThrownBy(() -> read(GOOD.replace("09:00-17:00", "")))
                .isInstanceOf(BrokenFile.class)
                .hasMessageContaining("nobody is there on any day of the year");
        assertThatThrownBy(() -> read(GOOD + "closed: [2026-01-01 to 2035-12-31]"))
                .isInstanceOf(BrokenFile.class)
                .hasMessageContaining("nobody is there");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-10-30, 2026-10-30, 2027-10-30",
        "12-24, 2026-12-24, 2026-12-23",
        "02-29, 2028-02-29, 2027-03-01",
        "2026-08-03 to 2026-08-07, 2026-08-07, 2026-08-08",
        "corpus-christi, 2027-05-27, 2026-05-27"
    })
    void ownersListFurtherClosedDays(String written, LocalDate closed, LocalDate open) {
        var calendar = read(GOOD + "closed: [" + written + "]");

        assertThat(calendar.isClosed(closed)).isTrue();
        assertThat(calendar.isClosed(open)).isFalse();
    }

    @Test
    void withoutHolidaysEveryDayOfTheWeekCounts() {
        assertThat(read(GOOD.replace("BE", "none")).isClosed(LocalDate.parse("2026-12-25")))
                .isFalse();
    }

    private static OpeningCalendar read(String yaml) {
        return CalendarFile.read(yaml.getBytes(StandardCharsets.UTF_8), TODAY);
    }
}
