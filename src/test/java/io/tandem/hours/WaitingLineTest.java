package io.tandem.hours;

import static org.assertj.core.api.Assertions.assertThat;

import io.tandem.content.Languages;
import io.tandem.content.ProcessFolder;
import io.tandem.content.TextsFixture;
import io.tandem.hours.WaitingLine.Outlook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** What a customer who waits for a person is told. The office is open from 9:00 to 17:00, Monday to Friday. */
class WaitingLineTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final UUID CUSTOMER = UUID.randomUUID();

    @TempDir
    private Path folder;

    private JdbcClient sql;
    private long number;

    @BeforeEach
    void open() throws IOException {
        var data = new DriverManagerDataSource("jdbc:h2:mem:%s;DB_CLOSE_DELAY=-1".formatted(UUID.randomUUID()));
        Flyway.configure().dataSource(data).load().migrate();
        sql = JdbcClient.create(data);
        sql.sql("insert into customer (id, created_at) values (?, now())")
                .param(CUSTOMER)
                .update();
        Files.writeString(folder.resolve("calendar.yml"), """
                time-zone: Europe/Berlin
                monday: [09:00-17:00]
                tuesday: [09:00-17:00]
                wednesday: [09:00-17:00]
                thursday: [09:00-17:00]
                friday: [09:00-17:00]
                holidays: BE
                closed: [2026-12-21 to 2027-01-03]
                """);
    }

    @Test
    void outsideOfBusinessHoursTheNextOpeningIsToldAndNoMinutes() {
        waited("2026-11-25T10:00", Duration.ofMinutes(5), 3);

        assertThat(outlook("2026-11-25T18:00")).isEqualTo(from("2026-11-26T09:00"));
        assertThat(outlook("2026-11-27T18:00")).isEqualTo(from("2026-11-30T09:00"));
    }

    @Test
    void aWaitOverNightCountsTheHoursInWhichPeopleWereThere() {
        waited("2026-11-24T16:55", Duration.ofHours(16).plusMinutes(15), 3);

        assertThat(outlook("2026-11-25T11:00")).isEqualTo(in(Duration.ofMinutes(15)));
    }

    @Test
    void whoCannotBeServedBeforeClosingIsToldWhenThePeopleAreThereAgain() {
        waited("2026-11-25T10:00", Duration.ofMinutes(30), 3);

        assertThat(outlook("2026-11-25T16:20")).isEqualTo(in(Duration.ofMinutes(30)));
        assertThat(outlook("2026-11-25T16:40")).isEqualTo(from("2026-11-26T09:00"));
    }

    @Test
    void whoeverWaitsInFrontSinceYesterdayHasWaitedInBusinessHoursOnly() {
        waited("2026-11-25T10:00", Duration.ofMinutes(5), 3);
        waits("2026-11-25T16:50");

        assertThat(outlook("2026-11-26T09:30")).isEqualTo(in(Duration.ofMinutes(40)));
    }

    @Test
    void tooFewWaitsAreNoFigure() {
        waited("2026-11-25T10:00", Duration.ofMinutes(5), 2);

        assertThat(outlook("2026-11-25T11:00")).isEqualTo(new Outlook(Optional.empty(), Optional.empty()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2026-11-25T08:00 | ab heute, 9:00 Uhr (MEZ),        | from 9:00 (CET) today on
            2026-11-25T18:00 | ab morgen, 9:00 Uhr (MEZ),       | from tomorrow, 9:00 (CET) on
            2026-11-27T18:00 | ab Montag, 9:00 Uhr (MEZ),       | from Monday, 9:00 (CET) on
            2026-12-18T18:00 | ab 4. Januar 2027, 9:00 Uhr (MEZ), | from January 4, 2027, 9:00 (CET) on
            2026-07-04T12:00 | ab Montag, 9:00 Uhr (MESZ),      | from Monday, 9:00 (CEST) on
            """)
    void theNextOpeningIsSaidAsOneWouldSayIt(String now, String german, String english) {
        var hours = hours(now);
        var words = new OpeningWords(
                hours,
                TextsFixture.of(ProcessFolder.at(Path.of("processes")), new Languages(List.of("de", "en"))),
                clock(now));

        assertThat(words.of(hours.nextOpen(at(now)), "de")).isEqualTo(german);
        assertThat(words.of(hours.nextOpen(at(now)), "en")).isEqualTo(english);
    }

    private Outlook outlook(String now) {
        return new WaitingLine(hours(now), sql, clock(now)).outlook();
    }

    private BusinessHours hours(String now) {
        return new BusinessHours(ProcessFolder.at(folder), clock(now));
    }

    private static Clock clock(String now) {
        return Clock.fixed(at(now), ZoneOffset.UTC);
    }

    private static Outlook in(Duration wait) {
        return new Outlook(Optional.of(wait), Optional.empty());
    }

    private static Outlook from(String opening) {
        return new Outlook(Optional.empty(), Optional.of(at(opening)));
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(BERLIN).toInstant();
    }

    private void waited(String since, Duration wait, int tickets) {
        for (int i = 0; i < tickets; i++) ticket("AGENT", since, wait.toSeconds());
    }

    private void waits(String since) {
        ticket("QUEUE", since, null);
    }

    private void ticket(String holder, String since, @Nullable Long waited) {
        sql.sql("insert into ticket (id, number, customer, channel, language, state, holder, resolutions, messages,"
                        + " opened_at, waiting_since, waited_seconds, version)"
                        + " values (?, ?, ?, 'web', 'en', 'OPEN', ?, 0, 0, ?, ?, ?, 0)")
                .params(
                        UUID.randomUUID(),
                        ++number,
                        CUSTOMER,
                        holder,
                        Timestamp.from(at(since)),
                        Timestamp.from(at(since)),
                        waited)
                .update();
    }
}
