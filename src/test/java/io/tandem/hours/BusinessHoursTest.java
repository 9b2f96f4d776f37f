package io.tandem.hours;

import static org.assertj.core.api.Assertions.assertThat;

import io.tandem.content.ProcessFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BusinessHoursTest {

    private static final Instant WEDNESDAY_18_30 = Instant.parse("2026-11-25T17:30:00Z");
    private static final Clock CLOCK = Clock.fixed(WEDNESDAY_18_30, ZoneOffset.UTC);

    @TempDir
    private Path folder;

    @Test
    void whatIsSavedIsLive() throws IOException {
        save("09:00-18:00");
        var hours = hours();
        assertThat(hours.isOpen(WEDNESDAY_18_30)).isFalse();

        save("09:00-19:00");
        hours.readAgain();

        assertThat(hours.isOpen(WEDNESDAY_18_30)).isTrue();
    }

    @Test
    void aBrokenOrMissingFileLeavesTheHoursAsTheyWere() throws IOException {
        save("09:00-18:00");
        var hours = hours();

        save("09:00-25:00");
        hours.readAgain();
        assertThat(hours.isOpen(WEDNESDAY_18_30)).isFalse();

        Files.delete(folder.resolve("calendar.yml"));
        hours.readAgain();
        assertThat(hours.isOpen(WEDNESDAY_18_30)).isFalse();
    }

    @Test
    void untilThereIsAGoodFilePeopleAreThereAroundTheClock() throws IOException {
        assertThat(hours().isOpen(WEDNESDAY_18_30)).isTrue();
        save("never");
        assertThat(hours().isOpen(WEDNESDAY_18_30)).isTrue();
    }

    private BusinessHours hours() {
        return new BusinessHours(ProcessFolder.at(folder), CLOCK);
    }

    private void save(String wednesday) throws IOException {
        Files.writeString(
                folder.resolve("calendar.yml"),
                "time-zone: Europe/Berlin\nwednesday: [%s]\nholidays: none\n".formatted(wednesday));
    }
}
