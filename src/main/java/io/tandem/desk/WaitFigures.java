package io.tandem.desk;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import io.tandem.hours.WaitingLine;
import io.tandem.ticket.Ticket.Holder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Where the open tickets are and how long customers wait for a person, for Prometheus. Counted twice a minute, whoever asks
 * how often, on an index that holds the open ones. Of no person and no group.
 */
@Component
class WaitFigures {

    private static final List<Holder> OPEN = List.of(Holder.BOT, Holder.QUEUE, Holder.AGENT);

    private static final String TICKETS =
            "select holder, count(*) as tickets from ticket where holder in ('BOT', 'QUEUE', 'AGENT') group by holder";

    private final JdbcClient sql;
    private final WaitingLine line;
    private final Clock clock;
    private final MultiGauge tickets;
    private volatile @Nullable Instant oldest;
    private volatile double expected = Double.NaN;

    WaitFigures(JdbcClient sql, WaitingLine line, MeterRegistry meters, Clock clock) {
        this.sql = sql;
        this.line = line;
        this.clock = clock;
        tickets = MultiGauge.builder("tandem.tickets")
                .description("Open tickets, by who has them: the bot, the queue, an agent")
                .register(meters);
        Gauge.builder("tandem.waiting.oldest", this, WaitFigures::waited)
                .baseUnit("seconds")
                .description("How long the customer waits for a person who has waited longest, closed hours included")
                .register(meters);
        Gauge.builder("tandem.waiting.expected", this, figures -> figures.expected)
                .baseUnit("seconds")
                .description("The wait that customers are told, in open hours; NaN while none is told")
                .register(meters);
    }

    private double waited() {
        var since = oldest;
        return since == null
                ? 0
                : Math.max(0, Duration.between(since, clock.instant()).toSeconds());
    }

    @Scheduled(fixedDelayString = "PT30S", initialDelayString = "PT10S")
    void count() {
        Map<Holder, Long> counted = new EnumMap<>(Holder.class);
        sql.sql(TICKETS).query(row -> {
            counted.put(Holder.valueOf(row.getString("holder")), row.getLong("tickets"));
        });
        var rows = new ArrayList<Row<?>>();
        for (var holder : OPEN) {
            var tags = Tags.of("holder", holder.name().toLowerCase(Locale.ROOT));
            rows.add(Row.of(tags, Objects.requireNonNull(counted.getOrDefault(holder, 0L))));
        }
        tickets.register(rows, true);
        oldest = line.waitingSince().orElse(null);
        expected = Optional.of(line.outlook())
                .flatMap(WaitingLine.Outlook::in)
                .map(wait -> (double) wait.toSeconds())
                .orElse(Double.NaN);
    }
}
