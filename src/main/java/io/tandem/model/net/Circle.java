package io.tandem.model.net;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * A way that goes on for ever.
 *
 * @param way to where it begins
 * @param again what happens again and again from there on
 */
record Circle(List<Occurrence> way, List<Occurrence> again, State state) {

    /** From the nearest state from which no way leads to the end. There has to be one, and each has a next one. */
    static Circle in(StateSpace space) {
        var can = space.reaching(state -> space.state(state).isOver(), what -> true);
        var first = space.first(state -> !can.get(state));
        var steps = new ArrayList<Occurrence>();
        var passed = new LinkedHashMap<Integer, Integer>();
        int state = first;
        while (!passed.containsKey(state)) {
            passed.put(state, steps.size());
            int edge = nearest(space.next(state));
            steps.add(space.occurrence(state, edge));
            state = space.next(state)[edge];
        }
        int start = passed.get(state);
        var way = new ArrayList<>(space.wayTo(first));
        way.addAll(steps.subList(0, start));
        return new Circle(way, List.copyOf(steps.subList(start, steps.size())), space.state(state));
    }

    /** States near the beginning have small numbers, and a circle leads back. */
    private static int nearest(int[] targets) {
        int nearest = 0;
        for (int edge = 1; edge < targets.length; edge++) if (targets[edge] < targets[nearest]) nearest = edge;
        return nearest;
    }
}
