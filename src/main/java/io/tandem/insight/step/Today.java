package io.tandem.insight.step;

import io.tandem.insight.InsightSettings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** The day that is not over, counted anew at most twice a minute, however many look. */
@Component
class Today {

    private static final Duration FRESH = Duration.ofSeconds(30);

    private final History history;
    private final InsightSettings settings;
    private final Clock clock;
    private Instant countedAt = Instant.MIN;
    private Tallies counted = new Tallies();

    Today(History history, InsightSettings settings, Clock clock) {
        this.history = history;
        this.settings = settings;
        this.clock = clock;
    }

    /** A copy, to which days before can be added. */
    synchronized Tallies addedTo(String process) {
        var now = clock.instant();
        if (countedAt.isBefore(now.minus(FRESH))) {
            var day = now.atZone(settings.timeZone()).toLocalDate();
            counted = history.count(new Block(day, Block.DAY), settings.timeZone());
            countedAt = now;
        }
        return counted.copyOf(process);
    }
}
