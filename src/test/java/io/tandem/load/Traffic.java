package io.tandem.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;

/** Requests that come at a steady rate until they are stopped. Each is timed from when it was due. */
final class Traffic {

    private static final long NANOS_PER_SECOND = 1_000_000_000;
    private static final int AT_ONCE = 10;

    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(AT_ONCE);
    private final List<Double> millis = new CopyOnWriteArrayList<>();
    private final List<Throwable> failures = new CopyOnWriteArrayList<>();
    private final IntConsumer request;
    private int asked;

    Traffic(int perSecond, IntConsumer request) {
        this.request = request;
        clock.scheduleAtFixedRate(this::isDue, 0, NANOS_PER_SECOND / perSecond, TimeUnit.NANOSECONDS);
    }

    private void isDue() {
        var number = asked++;
        var due = System.nanoTime();
        threads.execute(() -> {
            try {
                request.accept(number);
                millis.add((System.nanoTime() - due) / 1e6);
            } catch (RuntimeException | AssertionError failed) {
                failures.add(failed);
            }
        });
    }

    /** How long they took; none may have failed. */
    Timings stops() throws InterruptedException {
        clock.shutdownNow();
        threads.shutdown();
        assertThat(threads.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
        assertThat(failures).isEmpty();
        return new Timings(millis);
    }
}
