package io.tandem.model.net;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.function.Predicate;

/**
 * All states that can be reached, found breadth first, so that the way to each is the shortest. States have numbers in
 * the order in which they were found.
 */
final class StateSpace {

    static final int LIMIT = 1_000_000;

    /** More ways than this lead out of no state that anybody draws. */
    private static final int MOST_NEXT = 1_000;

    /** What can happen in a state that is not over. */
    interface Successors {
        List<Next> of(State state);
    }

    /** @param state empty where more tokens gather than are followed */
    record Next(Occurrence what, Optional<State> state) {}

    private final Successors successors;
    private final int limit;

    private final Numbered<State> states = new Numbered<>();
    private final Numbered<Occurrence> occurrences = new Numbered<>();
    private final List<int[]> next = new ArrayList<>();
    private final List<int[]> by = new ArrayList<>();
    private int[] cameFrom = new int[1024];
    private int[] cameBy = new int[1024];

    /** States in which more tokens would gather, with what brings them. */
    private final List<int[]> overflows = new ArrayList<>();

    StateSpace(Successors successors, int limit) {
        this.successors = successors;
        this.limit = limit;
    }

    /**
     * @param beginnings the first states, each with what brings it about
     * @throws TooManyStates beyond the limit
     */
    StateSpace explored(Map<State, Occurrence> beginnings) {
        expandWhile(beginnings, state -> true);
        return this;
    }

    /**
     * The same, as far as tokens do not become more and more: where they do, there is no end to it.
     *
     * @throws TooManyStates beyond the limit
     */
    StateSpace exploredWhileBounded(Map<State, Occurrence> beginnings) {
        expandWhile(beginnings, state -> overflows.isEmpty());
        return this;
    }

    private void expandWhile(Map<State, Occurrence> beginnings, IntPredicate goesOn) {
        beginnings.forEach((state, what) -> number(state, -1, occurrences.of(what)));
        for (int state = 0; state < states.size() && goesOn.test(state); state++) expand(state);
    }

    private void expand(int number) {
        var state = states.get(number);
        List<Next> found = state.isOver() ? List.of() : successors.of(state);
        var targets = new int[found.size()];
        var whats = new int[found.size()];
        int count = 0;
        for (var one : found) {
            int what = occurrences.of(one.what());
            if (one.state().isEmpty()) {
                overflows.add(new int[] {number, what});
                continue;
            }
            whats[count] = what;
            targets[count++] = number(one.state().get(), number, what);
        }
        next.add(count == targets.length ? targets : Arrays.copyOf(targets, count));
        by.add(count == whats.length ? whats : Arrays.copyOf(whats, count));
    }

    private int number(State state, int from, int what) {
        var known = states.find(state);
        if (known.isPresent()) return known.getAsInt();
        if (states.size() >= limit) throw new TooManyStates(limit);
        int number = states.of(state);
        if (number == cameFrom.length) {
            cameFrom = Arrays.copyOf(cameFrom, number * 2);
            cameBy = Arrays.copyOf(cameBy, number * 2);
        }
        cameFrom[number] = from;
        cameBy[number] = what;
        return number;
    }

    int size() {
        return states.size();
    }

    State state(int number) {
        return states.get(number);
    }

    int[] next(int number) {
        return next.get(number);
    }

    Occurrence occurrence(int state, int edge) {
        return occurrences.get(by.get(state)[edge]);
    }

    /** Everything that happens somewhere. */
    List<Occurrence> occurrences() {
        return occurrences.all();
    }

    List<Occurrence> firstOverflow() {
        if (overflows.isEmpty()) return List.of();
        var first = overflows.get(0);
        var way = new ArrayList<>(wayTo(first[0]));
        way.add(occurrences.get(first[1]));
        return way;
    }

    /** The shortest way there. */
    List<Occurrence> wayTo(int number) {
        var way = new ArrayList<Occurrence>();
        for (int state = number; state >= 0; state = cameFrom[state]) way.add(occurrences.get(cameBy[state]));
        Collections.reverse(way);
        return way;
    }

    /**
     * The nearest state that has this; empty if there is none among so many.
     *
     * @param beginnings the first states, each with what brings it about
     */
    Optional<Integer> search(Map<State, Occurrence> beginnings, IntPredicate goal) {
        beginnings.forEach((state, what) -> number(state, -1, occurrences.of(what)));
        for (int state = 0; state < states.size() && states.size() + MOST_NEXT < limit; state++) {
            expand(state);
            if (goal.test(state)) return Optional.of(state);
        }
        return Optional.empty();
    }

    /** One step from a state. */
    record Edge(int state, int number, int target) {}

    interface EdgeTest {
        boolean test(int state, int edge);
    }

    Optional<Edge> firstEdge(EdgeTest some) {
        for (int state = 0; state < states.size(); state++) {
            for (int edge = 0; edge < next(state).length; edge++) {
                if (some.test(state, edge)) return Optional.of(new Edge(state, edge, next(state)[edge]));
            }
        }
        return Optional.empty();
    }

    /** The shortest way to where a step begins, and the step. */
    List<Occurrence> wayOver(Edge edge) {
        var way = new ArrayList<>(wayTo(edge.state()));
        way.add(occurrence(edge.state(), edge.number()));
        return way;
    }

    /** The first state, in the order of their distance, of which this holds; -1 if there is none. */
    int first(IntPredicate some) {
        for (int state = 0; state < states.size(); state++) if (some.test(state)) return state;
        return -1;
    }

    /** The states from which one of these can be reached over steps that may be taken. */
    BitSet reaching(IntPredicate goals, Predicate<Occurrence> mayBeTaken) {
        return new Backwards(this, mayBeTaken).reaching(goals);
    }
}
