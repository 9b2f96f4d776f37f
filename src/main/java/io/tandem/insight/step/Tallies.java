package io.tandem.insight.step;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.BiPredicate;

/** What is counted of all steps of all processes. */
final class Tallies {

    private final Map<String, Map<String, Tally>> steps = new TreeMap<>();

    Tally of(String process, String step) {
        return in(process).computeIfAbsent(step, none -> new Tally());
    }

    private Map<String, Tally> in(String process) {
        return steps.computeIfAbsent(process, none -> new TreeMap<>());
    }

    void forEachOf(String process, BiConsumer<String, Tally> listener) {
        steps.getOrDefault(process, Map.of()).forEach(listener);
    }

    Iterable<String> processes() {
        return steps.keySet();
    }

    /** One process of it, to which more can be added. */
    Tallies copyOf(String process) {
        var copy = new Tallies();
        forEachOf(process, (step, tally) -> copy.in(process).put(step, tally.copy()));
        return copy;
    }

    Tallies only(BiPredicate<String, String> wanted) {
        var some = new Tallies();
        steps.forEach((process, tallies) -> tallies.forEach((step, tally) -> {
            if (wanted.test(process, step)) some.in(process).put(step, tally);
        }));
        return some;
    }

    /** What may be told of the steps of people. */
    Tallies thatMayBeTold() {
        var some = new Tallies();
        steps.forEach((process, tallies) -> tallies.forEach((step, tally) -> {
            if (tally.mayBeTold()) some.in(process).put(step, tally.withoutRareWays());
        }));
        return some;
    }
}
