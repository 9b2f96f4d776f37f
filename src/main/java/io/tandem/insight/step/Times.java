package io.tandem.insight.step;

import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * How often something took how long. Durations are put into classes of which twenty make a tenfold, so that any number of
 * them takes little room, can be added up, and a quantile is right within 6 %.
 */
final class Times {

    private static final double CLASSES_PER_TENFOLD = 20;

    private final TreeMap<Integer, Long> cases = new TreeMap<>();

    void add(long milliseconds) {
        add(classOf(milliseconds), 1);
    }

    void add(int timeClass, long count) {
        cases.merge(timeClass, count, Long::sum);
    }

    /** 0 holds what took less than a millisecond. */
    static int classOf(long milliseconds) {
        return milliseconds < 1 ? 0 : 1 + (int) Math.floor(Math.log10(milliseconds) * CLASSES_PER_TENFOLD);
    }

    private static double seconds(int timeClass) {
        return timeClass == 0 ? 0 : Math.pow(10, (timeClass - 0.5) / CLASSES_PER_TENFOLD) / 1000;
    }

    long count() {
        return cases.values().stream().mapToLong(Long::longValue).sum();
    }

    /** In seconds, the middle of the class that it falls into. @param share e.g. 0.9: nine of ten took no longer */
    OptionalDouble quantile(double share) {
        long rank = (long) Math.ceil(share * count());
        for (var entry : cases.entrySet()) {
            rank -= entry.getValue();
            if (rank <= 0) return OptionalDouble.of(seconds(entry.getKey()));
        }
        return OptionalDouble.empty();
    }

    Map<Integer, Long> byClass() {
        return cases;
    }
}
