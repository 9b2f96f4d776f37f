package io.tandem.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tandem.content.BrokenFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetentionFileTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private static final String FILE = """
            conversation: 2 years
            deliveries: 1 month
            figures: 400 days
            night: 22:30-04:00
            """;

    @Test
    void ownersSayHowLongThingsAreKept() {
        var wish = read(FILE);

        assertThat(wish.conversation()).isEqualTo(Period.ofYears(2));
        assertThat(wish.deliveries()).isEqualTo(Period.ofMonths(1));
        assertThat(wish.figures()).isEqualTo(Period.ofDays(400));
    }

    @Test
    void whatWeShipIsWhatHoldsWithoutTheFile() throws IOException {
        assertThat(RetentionFile.read(Files.readAllBytes(Path.of("processes/retention.yml"))))
                .isEqualTo(Retention.DEFAULT);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "conversation: 2 years|conversation: a while|1|no length of time",
                "conversation: 2 years|conversation: 3 months|1|at least 4 months",
                "deliveries: 1 month|deliveries: 13 days|2|at least 14 days",
                "figures: 400 days|figures: 11 months|3|at least 1 year",
                "night: 22:30-04:00|night: 25:00-26:00|4|no night",
                "night: 22:30-04:00|night: 02:00-02:00|4|no night",
                "figures: 400 days|persons: 1 year|3|no entry"
            })
    void whatCannotBeMeantIsRefusedWithItsLine(String from, String to, int line, String reason) {
        assertThatThrownBy(() -> read(FILE.replace(from, to))).isInstanceOfSatisfying(BrokenFile.class, broken -> {
            assertThat(broken.line()).isEqualTo(line);
            assertThat(broken.reason()).contains(reason);
        });
    }

    @Test
    void aNightMayGoPastMidnight() {
        var night = read(FILE).night();

        assertThat(night.beganBefore(at("2026-03-02T22:29:00"), BERLIN)).isEmpty();
        assertThat(night.beganBefore(at("2026-03-02T23:00:00"), BERLIN)).hasValue(at("2026-03-02T22:30:00"));
        assertThat(night.beganBefore(at("2026-03-03T03:59:00"), BERLIN)).hasValue(at("2026-03-02T22:30:00"));
        assertThat(night.beganBefore(at("2026-03-03T04:00:00"), BERLIN)).isEmpty();
        assertThat(Night.parse("02:00-05:00").beganBefore(at("2026-03-03T02:00:00"), BERLIN))
                .hasValue(at("2026-03-03T02:00:00"));
        assertThat(Night.parse("02:00-05:00").beganBefore(at("2026-03-03T05:00:00"), BERLIN))
                .isEmpty();
    }

    private static Instant at(String local) {
        return java.time.LocalDateTime.parse(local).atZone(BERLIN).toInstant();
    }

    private static Retention read(String text) {
        return RetentionFile.read(text.getBytes(StandardCharsets.UTF_8));
    }
}
