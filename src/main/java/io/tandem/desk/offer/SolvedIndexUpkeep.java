package io.tandem.desk.offer;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.tandem.desk.offer.SolvedTickets.Place;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Keeps the index as the database is, in the background: at the start all that was solved, the latest first; then what
 * was closed since, whichever node did it; now and then without what is not solved any more.
 */
@Component
class SolvedIndexUpkeep {

    private static final Logger log = LoggerFactory.getLogger(SolvedIndexUpkeep.class);

    /** Nodes' clocks differ, and a transaction may end later than another that began after it. */
    private static final Duration LATE = Duration.ofMinutes(5);

    private static final Duration TIDY = Duration.ofHours(1);
    private static final double SOME_MORE = 1.05;

    private final SolvedTickets solved;
    private final CustomersWords words;
    private final SolvedIndex index;
    private final ShownOffers shown;
    private final Experience experience;
    private final OfferSettings settings;
    private final Clock clock;
    private final Cache<UUID, Instant> seen =
            Caffeine.newBuilder().expireAfterWrite(LATE.multipliedBy(3)).build();
    private final ScheduledExecutorService background = Executors.newSingleThreadScheduledExecutor(work -> {
        var thread = new Thread(work, "solved-tickets");
        thread.setDaemon(true);
        return thread;
    });
    private Instant lookedAt;
    private boolean complete;

    SolvedIndexUpkeep(
            SolvedTickets solved,
            CustomersWords words,
            SolvedIndex index,
            ShownOffers shown,
            Experience experience,
            OfferSettings settings,
            Clock clock) {
        this.solved = solved;
        this.words = words;
        this.index = index;
        this.shown = shown;
        this.experience = experience;
        this.settings = settings;
        this.clock = clock;
        lookedAt = clock.instant();
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        var pause = settings.lookEvery().toMillis();
        background.scheduleWithFixedDelay(() -> carefully(this::look), 0, pause, TimeUnit.MILLISECONDS);
        background.scheduleWithFixedDelay(
                () -> carefully(this::tidy), TIDY.toMillis(), TIDY.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** What fails is tried again at the next turn. */
    private static void carefully(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException failed) {
            log.warn("Solved tickets could not be read; tried again soon", failed);
        }
    }

    void look() {
        if (!complete) readAll();
        else readNew();
    }

    private void readAll() {
        var started = System.nanoTime();
        var page = solved.before(Place.from(clock.instant().plus(LATE)));
        for (int read = 0; !page.isEmpty() && read < settings.mostTickets(); read += page.size()) {
            put(page);
            page = solved.before(Place.of(page.get(page.size() - 1)));
        }
        complete = true;
        var took = Duration.ofNanos(System.nanoTime() - started);
        log.info("{} solved tickets are known for their likeness, after {} ms", index.size(), took.toMillis());
    }

    private void readNew() {
        var now = clock.instant();
        var page = solved.after(Place.from(lookedAt.minus(LATE)));
        while (!page.isEmpty()) {
            put(page.stream().filter(this::isNew).toList());
            page = solved.after(Place.of(page.get(page.size() - 1)));
        }
        lookedAt = now;
    }

    private boolean isNew(SolvedTicket ticket) {
        return !ticket.closedAt().equals(seen.getIfPresent(ticket.id()));
    }

    private void put(List<SolvedTicket> page) {
        if (page.isEmpty()) return;
        var said = words.of(page.stream().map(SolvedTicket::id).toList());
        var recent = clock.instant().minus(LATE.multipliedBy(2));
        for (var ticket : page) {
            index.put(ticket, said.getOrDefault(ticket.id(), ""));
            if (ticket.closedAt().isAfter(recent)) seen.put(ticket.id(), ticket.closedAt());
        }
        index.show();
    }

    /** Reopened, badly rated and deleted tickets leave, and the oldest where there are too many. */
    void sweep() {
        var gone = new ArrayList<UUID>();
        index.eachPage(tickets -> {
            var still = solved.among(tickets).keySet();
            tickets.stream().filter(ticket -> !still.contains(ticket)).forEach(gone::add);
        });
        index.forget(gone);
        if (index.size() > settings.mostTickets() * SOME_MORE) {
            solved.closingOf(settings.mostTickets()).ifPresent(index::forgetClosedBefore);
        }
        index.show();
    }

    private void tidy() {
        sweep();
        shown.forgetTheOld();
        experience.forgetTheOld();
    }

    @PreDestroy
    void stop() {
        background.shutdownNow();
    }
}
