package io.tandem.load;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/** How long each of many requests took, in milliseconds, the shortest first. */
record Timings(List<Double> millis) {

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

    private static double timed(int i, IntConsumer request) {
        var started = System.nanoTime();
        request.accept(i);
        return (System.nanoTime() - started) / 1e6;
    }

    double at(double share) {
        return millis.get(Math.max(0, (int) Math.ceil(share * millis.size()) - 1));
    }
}
