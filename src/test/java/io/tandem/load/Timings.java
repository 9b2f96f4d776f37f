package io.tandem.load;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/** How long each of many requests took, in milliseconds, the shortest first. */
record Timings(List<Double> millis) {

    private static final long NANOS_PER_SECOND = 1_000_000_000;

    Timings {
        millis = millis.stream().sorted().toList();
    }

    /** One request after another. */
    static Timings oneByOne(int times, IntConsumer request) {
        return new Timings(
                IntStream.range(0, times).mapToObj(i -> timed(i, request)).toList());
    }

    /** So many ask at the same time; each asks again as soon as it has its answer. */
    static Timings atOnce(int clients, int timesEach, IntConsumer request) throws Exception {
        var threads = Executors.newFixedThreadPool(clients);
        try {
            var work = IntStream.range(0, clients)
                    .<Callable<List<Double>>>mapToObj(client -> () -> IntStream.range(0, timesEach)
                            .mapToObj(i -> timed(i * clients + client, request))
                            .toList())
                    .toList();
            var all = new ArrayList<Double>();
            for (var done : threads.invokeAll(work)) all.addAll(done.get());
            return new Timings(all);
        } finally {
            threads.shutdownNow();
        }
    }

    /**
     * So many requests a second come, whether the ones before are answered or not. The time counts from when a request
     * was due, so that one that had to wait for others has waited.
     */
    static Timings atRate(int perSecond, int times, IntConsumer request) throws Exception {
        var threads = Executors.newScheduledThreadPool(2 * perSecond);
        try {
            var waiting = new ArrayList<ScheduledFuture<Double>>();
            var first = System.nanoTime() + NANOS_PER_SECOND / perSecond;
            for (int i = 0; i < times; i++) {
                int number = i;
                var due = first + i * NANOS_PER_SECOND / perSecond;
                waiting.add(threads.schedule(
                        () -> {
                            request.accept(number);
                            return (System.nanoTime() - due) / 1e6;
                        },
                        due - System.nanoTime(),
                        TimeUnit.NANOSECONDS));
            }
            var all = new ArrayList<Double>();
            for (var done : waiting) all.add(done.get());
            return new Timings(all);
        } finally {
            threads.shutdownNow();
        }
    }

    private static double timed(int i, IntConsumer request) {
        var started = System.nanoTime();
        request.accept(i);
        return (System.nanoTime() - started) / 1e6;
    }

    double at(double share) {
        return millis.get(Math.max(0, (int) Math.ceil(share * millis.size()) - 1));
    }
}
