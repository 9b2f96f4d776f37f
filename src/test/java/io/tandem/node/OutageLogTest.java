package io.tandem.node;

import static org.assertj.core.api.Assertions.assertThat;

import io.tandem.story.SetTime;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.h2.Driver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;

/** What operators read while the database is away. */
@ExtendWith(OutputCaptureExtension.class)
class OutageLogTest {

    private static final Logger LOG = LoggerFactory.getLogger("somebody who needs it");

    private final String where = "nowhere-" + UUID.randomUUID();
    private final Exception away = new CannotGetJdbcConnectionException(
            "no pool", new SQLException("Connection to " + where + " refused", "08001"));
    private Instant now = Instant.parse("2026-11-26T12:00:00Z");
    private final OutageLog log = new OutageLog(
            JdbcClient.create(new SimpleDriverDataSource(new Driver(), "jdbc:h2:mem:")), SetTime.of(() -> now));

    @BeforeEach
    void begin() {
        log.afterPropertiesSet();
    }

    @AfterEach
    void end() {
        log.destroy();
    }

    @Test
    void theyAreToldOnceThatItIsAwayAndOnceThatItIsBack(CapturedOutput lines) {
        for (var i = 0; i < 20; i++) {
            LOG.error("A scheduled task failed", new IllegalStateException(away));
            LOG.warn("{} of {} failed", "one", "two", away);
        }
        now = now.plusSeconds(7);
        log.look();
        log.look();

        assertThat(lines)
                .containsOnlyOnce("The database is away")
                .containsOnlyOnce("Connection to " + where + " refused");
        assertThat(lines).containsOnlyOnce("The database is back after 7 s");
        assertThat(lines).doesNotContain("scheduled task failed", "one of two failed", "\tat ");
    }

    @Test
    void nowAndThenThatItIsStillAway(CapturedOutput lines) {
        for (var i = 0; i < 150; i++) {
            LOG.error("failed", away);
            now = now.plus(Duration.ofSeconds(1));
        }

        assertThat(lines.getAll().lines().filter(line -> line.contains(where))).hasSize(3);
        assertThat(lines).contains("has been away for 61 s");
    }

    @Test
    void whatIsWrongElseTheyReadAsEver(CapturedOutput lines) {
        LOG.error("A mistake of ours", new IllegalStateException(new SQLException("no such column", "42703")));
        LOG.warn("A word without a failure, {}", "about " + where);

        assertThat(lines)
                .contains("A mistake of ours", "no such column", "\tat ")
                .contains("about " + where);
        assertThat(lines).doesNotContain("The database is away");
    }
}
