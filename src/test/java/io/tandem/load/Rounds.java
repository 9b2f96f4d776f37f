package io.tandem.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Lets contenders take tickets through their lives, one contender after the other, and again. */
final class Rounds {

    private final ProcessorTime processors;
    private final AtomicInteger numbers = new AtomicInteger();

    Rounds(ProcessorTime processors) {
        this.processors = processors;
    }

    /** @param perSecond tickets; {@code program} and {@code database} milliseconds of a processor for each */
    record Speed(double perSecond, double program, double database) {

        /** The middle one of each figure by itself. */
        static Speed median(List<Speed> some) {
            return new Speed(
                    median(some.stream().mapToDouble(Speed::perSecond).sorted().toArray()),
                    median(some.stream().mapToDouble(Speed::program).sorted().toArray()),
                    median(some.stream().mapToDouble(Speed::database).sorted().toArray()));
        }

        private static double median(double[] sorted) {
            return sorted[sorted.length / 2];
        }
    }

    /** Each contender in each round, in the opposite order in every other one. */
    Map<Contender, List<Speed>> alternate(List<Contender> contenders, int rounds, int clients, Duration time)
            throws Exception {
        var speeds = new LinkedHashMap<Contender, List<Speed>>();
        contenders.forEach(contender -> speeds.put(contender, new ArrayList<>()));
        for (int round = 0; round < rounds; round++) {
            for (int i = 0; i < contenders.size(); i++) {
                var contender = contenders.get(round % 2 == 0 ? i : contenders.size() - 1 - i);
                contender.goOn();
                speeds.get(contender).add(run(contender, clients, time));
                contender.rest();
            }
        }
        return speeds;
    }

    Speed run(Contender contender, int clients, Duration time) throws Exception {
        var before = processors.now();
        var started = System.nanoTime();
        var until = started + time.toNanos();
        var lives = live(contender, clients, until);
        var seconds = (System.nanoTime() - started) / 1e9;
        var used = processors.now().since(before);
        return new Speed(lives / seconds, 1000 * used.program() / lives, 1000 * used.database() / lives);
    }

    /** So many tickets, however long it takes. */
    void runMany(Contender contender, int clients, int many) throws Exception {
        var left = new AtomicInteger(many);
        var threads = Executors.newFixedThreadPool(clients);
        try {
            var work = new ArrayList<Callable<Boolean>>();
            for (int i = 0; i < clients; i++) {
                work.add(() -> {
                    while (left.getAndDecrement() > 0) contender.live(numbers.getAndIncrement());
                    return true;
                });
            }
            for (var done : threads.invokeAll(work)) done.get();
        } finally {
            threads.shutdownNow();
        }
    }

    private int live(Contender contender, int clients, long until) throws Exception {
        var threads = Executors.newFixedThreadPool(clients);
        try {
            var work = new ArrayList<Callable<Integer>>();
            for (int i = 0; i < clients; i++) {
                work.add(() -> {
                    int lives = 0;
                    for (; lives == 0 || System.nanoTime() < until; lives++) contender.live(numbers.getAndIncrement());
                    return lives;
                });
            }
            int lives = 0;
            for (var done : threads.invokeAll(work)) lives += done.get();
            return lives;
        } finally {
            threads.shutdownNow();
        }
    }
}
