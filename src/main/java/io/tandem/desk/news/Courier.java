package io.tandem.desk.news;

import io.tandem.desk.news.Audience.Listener;
import io.tandem.live.LiveStreams;
import io.tandem.node.Neighbours;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Brings what was committed to the pages of this node and tells the others, many at once if much happens. Where they do not
 * hear it, they find it within a beat.
 */
@Component
class Courier {

    private static final Logger log = LoggerFactory.getLogger(Courier.class);
    private static final long GATHER_MILLIS = 300;
    private static final Duration KEPT = Duration.ofDays(1);

    private static final String NEWS = "news";

    private final NewsLog news;
    private final LiveStreams streams;
    private final Neighbours neighbours;
    private final AtomicBoolean awake = new AtomicBoolean();
    private final ScheduledExecutorService road = Executors.newSingleThreadScheduledExecutor(work -> {
        var thread = new Thread(work, "news");
        thread.setDaemon(true);
        return thread;
    });

    Courier(NewsLog news, LiveStreams streams, Neighbours neighbours) {
        this.news = news;
        this.streams = streams;
        this.neighbours = neighbours;
    }

    /** On a thread of its own: the one that has committed still holds its connection. */
    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, fallbackExecution = true)
    void written(NewsLog.Written event) {
        wake();
    }

    /** Also what a node that stopped has left without a number. */
    @Scheduled(fixedDelayString = "${tandem.live-beat:15s}")
    void wake() {
        if (awake.compareAndSet(false, true) && !road.isShutdown()) {
            road.schedule(this::deliver, GATHER_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    private void deliver() {
        awake.set(false);
        try {
            var any = false;
            while (news.number()) any = true;
            if (!any) return;
            streams.wakeEach(Listener.class);
            neighbours.tell(NEWS, "");
        } catch (RuntimeException failed) {
            log.warn("News could not be brought to the desk; tried again soon", failed);
        }
    }

    /** It is numbered: another node has done so. */
    @EventListener
    void heard(Neighbours.Heard told) {
        if (told.kind().equals(NEWS)) streams.wakeEach(Listener.class);
    }

    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT1M")
    void forget() {
        news.forget(KEPT);
    }

    @PreDestroy
    void stop() {
        road.shutdownNow();
    }
}
