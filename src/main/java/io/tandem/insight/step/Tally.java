package io.tandem.insight.step;

import io.tandem.insight.Amount;
import io.tandem.insight.Disclosure;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is counted of one step. While it is drawn up it also knows whose tickets they were, to tell whether there are enough
 * people behind it; that is never stored.
 */
final class Tally {

    private final Times times = new Times();
    private final Map<Way, Long> ways = new HashMap<>();
    private final Map<String, Amount> people = new HashMap<>();
    private final Map<Way, Map<String, Amount>> peopleOfWays = new HashMap<>();

    void took(Passed passed, @Nullable String agent) {
        times.add(passed.milliseconds());
        if (agent != null) people.merge(agent, new Amount(1, passed.milliseconds()), Amount::plus);
    }

    void wentOn(Way way, @Nullable String agent) {
        add(way, 1);
        if (agent == null) return;
        peopleOfWays.computeIfAbsent(way, none -> new HashMap<>()).merge(agent, new Amount(1, 1), Amount::plus);
    }

    void add(Way way, long count) {
        ways.merge(way, count, Long::sum);
    }

    Times times() {
        return times;
    }

    Map<Way, Long> ways() {
        return ways;
    }

    boolean mayBeTold() {
        return Disclosure.isBroad(people.values());
    }

    /** The sums, and nobody behind them. */
    Tally copy() {
        var copy = new Tally();
        times.byClass().forEach(copy.times::add);
        ways.forEach(copy::add);
        return copy;
    }

    /** This one without its rare ways: who took them might be known. */
    Tally withoutRareWays() {
        var told = new Tally();
        times.byClass().forEach(told.times::add);
        ways.forEach((way, count) -> told.add(
                Disclosure.isBroad(peopleOfWays.getOrDefault(way, Map.of()).values()) ? way : Way.RARE, count));
        return told;
    }
}
