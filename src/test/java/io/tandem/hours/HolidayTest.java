package io.tandem.hours;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HolidayTest {

    /** The earliest and the latest that there can be are among them. */
    @ParameterizedTest
    @CsvSource({
        "1818, 1818-03-22", "1961, 1961-04-02", "2000, 2000-04-23", "2008, 2008-03-23", "2019, 2019-04-21",
        "2024, 2024-03-31", "2025, 2025-04-20", "2026, 2026-04-05", "2027, 2027-03-28", "2028, 2028-04-16",
        "2038, 2038-04-25", "2049, 2049-04-18", "2076, 2076-04-19", "2285, 2285-03-22"
    })
    void easter(int year, LocalDate sunday) {
        assertThat(Holiday.easter(year)).isEqualTo(sunday);
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(textBlock = """
            NEW_YEAR,       2026-01-01, BW BY BE BB HB HH HE MV NI NW RP SL SN ST SH TH
            EPIPHANY,       2026-01-06, BW BY ST
            WOMENS_DAY,     2026-03-08, BE MV
            GOOD_FRIDAY,    2026-04-03, BW BY BE BB HB HH HE MV NI NW RP SL SN ST SH TH
            EASTER_SUNDAY,  2026-04-05, BB
            EASTER_MONDAY,  2026-04-06, BW BY BE BB HB HH HE MV NI NW RP SL SN ST SH TH
            LABOUR_DAY,     2026-05-01, BW BY BE BB HB HH HE MV NI NW RP SL SN ST SH TH
            ASCENSION,      2026-05-14, BW BY BE BB HB HH HE MV NI NW RP SL SN ST SH TH
            WHIT_SUNDAY,    2026-05-24, BB
            WHIT_MONDAY,    2026-05-25, BW BY BE BB HB HH HE MV NI NW RP SL SN ST SH TH
            CORPUS_CHRISTI, 2026-06-04, BW BY HE NW RP SL
            PEACE_FESTIVAL, 2026-08-08, ''
            ASSUMPTION,     2026-08-15, SL
            CHILDRENS_DAY,  2026-09-20, TH
            GERMAN_UNITY,   2026-10-03, BW BY BE BB HB HH HE MV NI NW RP SL SN ST SH TH
            REFORMATION,    2026-10-31, BB HB HH MV NI SN ST SH TH
            ALL_SAINTS,     2026-11-01, BW BY NW RP SL
            REPENTANCE,     2026-11-18, SN
            REPENTANCE,     2022-11-16, SN
            CHRISTMAS,      2026-12-25, BW BY BE BB HB HH HE MV NI NW RP SL SN ST SH TH
            BOXING_DAY,     2026-12-26, BW BY BE BB HB HH HE MV NI NW RP SL SN ST SH TH
            """)
    void everyHolidayHasItsDayAndItsStates(Holiday holiday, LocalDate day, String states) {
        assertThat(holiday.isOn(day)).isTrue();
        assertThat(holiday.isOn(day.plusDays(1))).isFalse();
        assertThat(Arrays.stream(State.values())
                        .filter(state -> Holiday.in(state).contains(holiday))
                        .map(State::name)
                        .collect(Collectors.joining(" ")))
                .isEqualTo(states);
    }

    @Test
    void ownersNameThemWithoutCapitals() {
        assertThat(Holiday.named("corpus-christi")).hasValue(Holiday.CORPUS_CHRISTI);
        assertThat(Holiday.named("Fronleichnam")).isEmpty();
    }
}
