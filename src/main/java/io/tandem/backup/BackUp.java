package io.tandem.backup;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.tandem.node.Clockwork;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Copies the embedded database once a day, as it was at one moment, while everybody works on. All that Tandem keeps is in it:
 * conversations with their files, accounts, keys, and every version of the processes.
 */
@Component
@ConditionalOnProperty("tandem.backup.folder")
class BackUp {

    private static final Logger log = LoggerFactory.getLogger(BackUp.class);

    /** A full disk does not get emptier by trying: at growing pauses. */
    private static final Duration SHORT = Duration.ofMinutes(2);

    private static final Duration LONG = Duration.ofHours(1);

    private final JdbcClient sql;
    private final BackupSettings settings;
    private final Backups backups;
    private final Clock clock;
    private final Instant started;
    private Duration pause = SHORT;
    private Instant notBefore = Instant.MIN;

    BackUp(JdbcClient sql, BackupSettings settings, MeterRegistry meters, Clock clock) {
        if (settings.folder() == null) throw new IllegalArgumentException("tandem.backup.folder is empty");
        this.sql = sql;
        this.settings = settings;
        this.clock = clock;
        started = clock.instant();
        backups = new Backups(settings.folder().toAbsolutePath());
        TimeGauge.builder("tandem.backup.age", this::ageInSeconds, TimeUnit.SECONDS)
                .description("How old the latest copy of the database is; while there is none, how long one is wanted")
                .register(meters);
    }

    private double ageInSeconds() {
        return Duration.between(backups.latest().orElse(started), clock.instant())
                .toSeconds();
    }

    /** Also the one that was due while the program stood still. */
    @Scheduled(scheduler = Clockwork.LONG_WORK, fixedDelayString = "PT1M", initialDelayString = "PT1M")
    void look() {
        if (clock.instant().isBefore(notBefore)) return;
        if (backups.latest().filter(begun -> !begun.isBefore(lastDue())).isPresent()) return;
        try {
            make();
            pause = SHORT;
        } catch (RuntimeException failed) {
            log.error("The database could not be copied; tried again in {} min", pause.toMinutes(), failed);
            notBefore = clock.instant().plus(pause);
            pause = pause.multipliedBy(2).compareTo(LONG) > 0 ? LONG : pause.multipliedBy(2);
        }
    }

    private Instant lastDue() {
        var now = clock.instant().atZone(settings.timeZone());
        var today = now.with(settings.at());
        return (today.isAfter(now) ? today.minusDays(1) : today).toInstant();
    }

    /** @throws RuntimeException if it failed */
    Path make() {
        var begun = clock.instant();
        var copy = backups.add(begun, this::copyDatabase);
        backups.keepLatest(settings.keep());
        log.info("The database is copied to {}", copy);
        return copy;
    }

    private void copyDatabase(Path file) throws IOException {
        sql.sql("backup to '" + file.toString().replace("'", "''") + "'").update();
    }
}
