package io.tandem.retention;

import static java.util.stream.Collectors.toMap;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import io.tandem.retention.Progress.Latest;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** What was removed in the latest night. To be late with it hurts nobody at once, so Tandem stays up. */
@Component("retentionHealthIndicator")
class RetentionHealth implements HealthIndicator {

    private static final double MILLIS = 1000;

    private final Cleaning cleaning;
    private final Progress progress;
    private final Instant began;
    private final MultiGauge ended;
    private volatile List<Latest> known = List.of();

    RetentionHealth(Cleaning cleaning, Progress progress, MeterRegistry meters, Clock clock) {
        this.cleaning = cleaning;
        this.progress = progress;
        began = clock.instant();
        ended = MultiGauge.builder("tandem.retention.ended")
                .baseUnit("seconds")
                .description("When all that was too old had been removed, in seconds since 1970")
                .register(meters);
    }

    /** As it was counted last: whoever asks while the database is away is to hear so from those who look, and at once. */
    @Override
    public Health health() {
        var health = Health.up();
        known.forEach(latest -> health.withDetail(latest.kind(), words(latest)));
        return health.build();
    }

    private static String words(Latest latest) {
        var end = latest.endedAt();
        return "%d removed in the night of %s, %s"
                .formatted(latest.removed(), latest.night(), end == null ? "not done" : "done at " + end);
    }

    /** Of each kind, also of one that was never done: since this program looks, then. Who never ends would not be missed else. */
    @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT10S")
    void count() {
        known = progress.latest();
        var last = known.stream().collect(toMap(Latest::kind, Latest::lastEndedAt));
        ended.register(
                cleaning.kinds()
                        .map(kind -> Row.of(Tags.of("kind", kind), seconds(last.getOrDefault(kind, began))))
                        .collect(Collectors.toList()),
                true);
    }

    private static double seconds(Instant moment) {
        return moment.toEpochMilli() / MILLIS;
    }
}
