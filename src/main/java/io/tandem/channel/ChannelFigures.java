package io.tandem.channel;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.TreeSet;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** What waits for each channel and for how long, for Prometheus. */
@Component
class ChannelFigures {

    private static final String CHANNEL = "channel";

    private final Lines lines;
    private final Outbox outbox;
    private final Clock clock;
    private final MultiGauge queue;
    private final MultiGauge oldest;

    ChannelFigures(Lines lines, Outbox outbox, MeterRegistry meters, Clock clock) {
        this.lines = lines;
        this.outbox = outbox;
        this.clock = clock;
        queue = MultiGauge.builder("tandem.channel.queue")
                .description("Messages that wait for their channel")
                .register(meters);
        oldest = MultiGauge.builder("tandem.channel.oldest")
                .baseUnit("seconds")
                .description("How long the one waits that has waited longest")
                .register(meters);
    }

    @Scheduled(fixedDelayString = "PT5S", initialDelayString = "PT5S")
    void count() {
        var waiting = outbox.waiting();
        var names = new TreeSet<>(waiting.keySet());
        lines.sending().forEach(line -> names.add(line.channel().name()));
        var counts = new ArrayList<Row<?>>();
        var ages = new ArrayList<Row<?>>();
        for (var name : names) {
            var tags = Tags.of(CHANNEL, name);
            counts.add(Row.of(tags, messages(waiting, name)));
            ages.add(Row.of(tags, age(waiting, name).toSeconds()));
        }
        queue.register(counts, true);
        oldest.register(ages, true);
    }

    private static long messages(Map<String, Outbox.Waiting> waiting, String channel) {
        var queue = waiting.get(channel);
        return queue == null ? 0 : queue.messages();
    }

    private Duration age(Map<String, Outbox.Waiting> waiting, String channel) {
        var queue = waiting.get(channel);
        return queue == null ? Duration.ZERO : Duration.between(queue.oldest(), clock.instant());
    }
}
