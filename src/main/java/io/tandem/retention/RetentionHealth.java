package io.tandem.retention;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import io.tandem.retention.Progress.Latest;
import java.util.stream.Collectors;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** What was removed in the latest night. To be late with it hurts nobody at once, so Tandem stays up. */
@Component("retentionHealthIndicator")
class RetentionHealth implements HealthIndicator {

    private static final double MILLIS = 1000;

    private final Progress progress;
    private final MultiGauge ended;

    RetentionHealth(Progress progress, MeterRegistry meters) {
        this.progress = progress;
        ended = MultiGauge.builder("tandem.retention.ended")
                .baseUnit("seconds")
                .description("When all that was too old had been removed, in seconds since 1970")
                .register(meters);
    }

    @Override
    public Health health() {
        var health = Health.up();
        progress.latest().forEach(latest -> health.withDetail(latest.kind(), words(latest)));
        return health.build();
    }

    private static String words(Latest latest) {
        var end = latest.endedAt();
        return "%d removed in the night of %s, %s"
                .formatted(latest.removed(), latest.night(), end == null ? "not done" : "done at " + end);
    }

    @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT10S")
    void count() {
        ended.register(
                progress.latest().stream()
                        .filter(latest -> latest.endedAt() != null)
                        .map(latest -> Row.of(Tags.of("kind", latest.kind()), seconds(latest)))
                        .collect(Collectors.toList()),
                true);
    }

    private static double seconds(Latest latest) {
        var end = latest.endedAt();
        return end == null ? 0 : end.toEpochMilli() / MILLIS;
    }
}
