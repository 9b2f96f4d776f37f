package io.tandem.channel;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import io.tandem.channel.Backlog.Queue;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.ToLongFunction;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** What waits for each channel and for how long, for Prometheus. */
@Component
class ChannelFigures {

    private static final String CHANNEL = "channel";

    private final Lines lines;
    private final Backlog backlog;
    private final Clock clock;
    private final MultiGauge queue;
    private final MultiGauge oldest;
    private final MultiGauge awaiting;

    ChannelFigures(Lines lines, Backlog backlog, MeterRegistry meters, Clock clock) {
        this.lines = lines;
        this.backlog = backlog;
        this.clock = clock;
        queue = MultiGauge.builder("tandem.channel.queue")
                .description("Messages that wait for their channel")
                .register(meters);
        oldest = MultiGauge.builder("tandem.channel.oldest")
                .baseUnit("seconds")
                .description("How long the one waits that has waited longest")
                .register(meters);
        awaiting = MultiGauge.builder("tandem.channel.awaiting")
                .description("Messages that wait until their customer writes")
                .register(meters);
    }

    @Scheduled(fixedDelayString = "PT5S", initialDelayString = "PT5S")
    void count() {
        var waiting = backlog.now();
        var names = new TreeSet<>(waiting.keySet());
        lines.sending().forEach(line -> names.add(line.channel().name()));
        register(queue, names, waiting, Queue::messages);
        register(oldest, names, waiting, this::seconds);
        register(awaiting, names, waiting, Queue::awaitingCustomer);
    }

    private static void register(
            MultiGauge gauge, Collection<String> names, Map<String, Queue> waiting, ToLongFunction<Queue> figure) {
        var rows = new ArrayList<Row<?>>();
        for (var name : names) {
            rows.add(Row.of(Tags.of(CHANNEL, name), figure.applyAsLong(waiting.getOrDefault(name, Queue.EMPTY))));
        }
        gauge.register(rows, true);
    }

    private long seconds(Queue waiting) {
        return waiting.oldest()
                .map(since -> Duration.between(since, clock.instant()).toSeconds())
                .orElse(0L);
    }
}
