package io.tandem.live;

import io.tandem.live.LiveFeed.LiveEvent;
import java.io.IOException;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** One open page: asks its feed for news whenever it is woken, one call at a time. */
final class LiveStream {

    private static final Logger log = LoggerFactory.getLogger(LiveStream.class);
    private static final long FOR_EVER = 0;

    private final SseEmitter emitter = new SseEmitter(FOR_EVER);
    private final LiveFeed feed;
    private final Executor executor;
    private final AtomicInteger wakes = new AtomicInteger();

    LiveStream(LiveFeed feed, Executor executor) {
        this.feed = feed;
        this.executor = executor;
    }

    SseEmitter emitter() {
        return emitter;
    }

    /** Whether both tell the same kind of reader: customers, or colleagues. */
    boolean isAlike(LiveStream other) {
        return feed.getClass() == other.feed.getClass();
    }

    /** Wakes that come while the news are being sent are answered by one more round. */
    void wake() {
        if (wakes.getAndIncrement() == 0) executor.execute(this::tellNews);
    }

    private void tellNews() {
        int answered;
        do {
            answered = wakes.get();
            try {
                for (var event : feed.news()) send(event);
            } catch (IOException | IllegalStateException gone) {
                end();
                return;
            } catch (RuntimeException broken) {
                log.warn("A live page is closed, it will come back by itself", broken);
                emitter.completeWithError(broken);
                return;
            }
        } while (!wakes.compareAndSet(answered, 0));
    }

    private void send(LiveEvent event) throws IOException {
        var built = SseEmitter.event().name(event.name()).data(event.data());
        emitter.send(event.id() == null ? built : built.id(event.id()));
    }

    /** Keeps proxies from closing the line, and tells us when the page has gone. */
    void beat() {
        executor.execute(() -> {
            try {
                emitter.send(SseEmitter.event().comment("still here"));
            } catch (IOException | IllegalStateException gone) {
                end();
            }
        });
    }

    private void end() {
        try {
            emitter.complete();
        } catch (IllegalStateException overAlready) {
            // the server has ended it while we were writing
        }
    }
}
