package io.tandem.node;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.EventArgUtil;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.Marker;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Says once that the database is away, whoever finds it out, now and then that it still is, and once that it is back. Each
 * scheduled task, each step and each request would say so with a stack trace of its own, hundreds of lines in ten seconds, and
 * the engine's could not be told apart otherwise. Who wants all of them sets the level of this logger to DEBUG.
 */
@Component
final class OutageLog implements InitializingBean, DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(OutageLog.class);
    private static final Duration REMINDER = Duration.ofMinutes(1);

    private final JdbcClient sql;
    private final Clock clock;
    private final TurboFilter filter = new Failures();
    private @Nullable Instant since;
    private Instant said = Instant.MIN;

    OutageLog(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    @Override
    public void afterPropertiesSet() {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext all) all.addTurboFilter(filter);
    }

    @Override
    public void destroy() {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext all)
            all.getTurboFilterList().remove(filter);
    }

    /** Takes from the log whatever failed for want of the database, and nothing else. */
    private final class Failures extends TurboFilter {

        @Override
        public FilterReply decide(
                @Nullable Marker marker,
                ch.qos.logback.classic.Logger logger,
                Level level,
                @Nullable String format,
                Object @Nullable [] values,
                @Nullable Throwable thrown) {
            if (!level.isGreaterOrEqual(Level.WARN)) return FilterReply.NEUTRAL;
            var failure = thrown == null ? EventArgUtil.extractThrowable(values) : thrown;
            if (failure == null || !Outage.isBehind(failure)) return FilterReply.NEUTRAL;
            isAway(failure);
            return log.isDebugEnabled() ? FilterReply.NEUTRAL : FilterReply.DENY;
        }
    }

    private synchronized void isAway(Throwable failure) {
        var now = clock.instant();
        if (since == null) {
            since = now;
            log.warn("The database is away; what needs it waits, or is refused: {}", words(failure));
        } else if (said.plus(REMINDER).isBefore(now)) {
            log.warn("The database has been away for {}: {}", lasting(since, now), words(failure));
        } else {
            return;
        }
        said = now;
    }

    /** The driver's own words: what is around them says where we noticed, what is in them which call of the system failed. */
    private static String words(Throwable failure) {
        var driver = Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .filter(SQLException.class::isInstance)
                .reduce((outer, inner) -> inner)
                .orElse(failure);
        return String.valueOf(driver.getMessage()).lines().findFirst().orElse("");
    }

    /** Asks for as long as it is away: whoever works notices only that it went. */
    @Scheduled(fixedDelayString = "PT2S")
    void look() {
        if (!isKnownToBeAway()) return;
        try {
            sql.sql("select 1").query(Integer.class).single();
            isBack();
        } catch (RuntimeException failed) {
            log.warn("The database does not answer", failed);
        }
    }

    private synchronized boolean isKnownToBeAway() {
        return since != null;
    }

    private synchronized void isBack() {
        if (since == null) return;
        log.warn("The database is back after {}", lasting(since, clock.instant()));
        since = null;
    }

    private static String lasting(Instant since, Instant now) {
        return Duration.between(since, now).toSeconds() + " s";
    }
}
