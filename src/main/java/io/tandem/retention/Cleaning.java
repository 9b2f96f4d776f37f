package io.tandem.retention;

import io.micrometer.core.instrument.MeterRegistry;
import io.tandem.node.Clockwork;
import io.tandem.process.HistoryCleaning;
import io.tandem.process.Transactions;
import io.tandem.ticket.Ticket;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Removes at night what is too old, in small transactions with pauses between them, so that nobody waits for it. Whatever
 * stops it (the morning, a restart, an error), it goes on where it was: what is gone is gone.
 */
@Component
class Cleaning {

    private static final Logger log = LoggerFactory.getLogger(Cleaning.class);
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final OwnersWish wish;
    private final List<Sweep> sweeps;
    private final Turn turn;
    private final Progress progress;
    private final HistoryCleaning history;
    private final Transactions transactions;
    private final ApplicationEventPublisher events;
    private final MeterRegistry meters;
    private final Clock clock;
    private volatile boolean stopped;

    Cleaning(
            OwnersWish wish,
            OldTickets tickets,
            Turn turn,
            Progress progress,
            HistoryCleaning history,
            Transactions transactions,
            ApplicationEventPublisher events,
            JdbcClient sql,
            MeterRegistry meters,
            Clock clock) {
        this.wish = wish;
        this.turn = turn;
        this.progress = progress;
        this.history = history;
        this.transactions = transactions;
        this.events = events;
        this.meters = meters;
        this.clock = clock;
        sweeps = Stream.<Sweep>concat(
                        Stream.of(tickets), Arrays.stream(OldRow.values()).map(row -> new OldRows(row, sql)))
                .toList();
    }

    /** All that it removes, as operators read it. */
    Stream<String> kinds() {
        return sweeps.stream().map(Sweep::kind);
    }

    @Scheduled(scheduler = Clockwork.LONG_WORK, fixedDelayString = "PT1M", initialDelayString = "PT3M")
    void look() {
        wish.now().night().beganBefore(clock.instant(), wish.zone()).ifPresent(this::clean);
    }

    void clean(Instant night) {
        if (sweeps.stream().allMatch(sweep -> progress.isDone(sweep.kind(), night)) || !turn.isOurs()) return;
        try {
            begin();
            sweeps.forEach(sweep -> attempt(sweep, night));
        } finally {
            turn.end();
        }
    }

    /** What is counted out of old tickets has to be counted before they go. */
    private void begin() {
        history.keepOfOpenTickets();
        events.publishEvent(new Ticket.ForgettingBegins());
    }

    /** What cannot be removed must not keep all the rest; it is tried again in a minute. */
    private void attempt(Sweep sweep, Instant night) {
        try {
            if (!progress.isDone(sweep.kind(), night)) sweep(sweep, night);
        } catch (RuntimeException failed) {
            log.error("What is too old of {} could not be removed; tried again soon", sweep.kind(), failed);
        }
    }

    private void sweep(Sweep sweep, Instant night) {
        var limits = wish.now().limits(clock.instant(), wish.zone());
        long removed = 0;
        while (mayGoOn(night)) {
            var rows = transactions.inOne(() -> {
                var gone = sweep.next(limits);
                if (gone > 0) progress.removed(sweep.kind(), night, gone);
                return gone;
            });
            if (rows == 0) {
                progress.done(sweep.kind(), night);
                break;
            }
            meters.counter("tandem.retention.removed", "kind", sweep.kind()).increment(rows);
            removed += rows;
            pause();
        }
        if (removed > 0) log.info("{} of {} were too old and are removed", removed, sweep.kind());
    }

    private boolean mayGoOn(Instant night) {
        return !stopped
                && wish.now().night().beganBefore(clock.instant(), wish.zone()).isPresent()
                && turn.isOurs();
    }

    private void pause() {
        try {
            Thread.sleep(PAUSE.toMillis());
        } catch (InterruptedException e) {
            stopped = true;
            Thread.currentThread().interrupt();
        }
    }

    /** Between two pieces: the program waits for what is at work. */
    @EventListener(ContextClosedEvent.class)
    void stop() {
        stopped = true;
    }
}
