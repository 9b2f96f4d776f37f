package io.tandem.model.net;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.Predicate;

/** A state space's steps, taken from their ends to their beginnings. */
final class Backwards {

    private final StateSpace space;
    private final List<List<Integer>> before;

    /** @param mayBeTaken which steps count */
    Backwards(StateSpace space, Predicate<Occurrence> mayBeTaken) {
        this.space = space;
        before = new ArrayList<>(space.size());
        for (int i = 0; i < space.size(); i++) before.add(new ArrayList<>(2));
        for (int state = 0; state < space.size(); state++) {
            var next = space.next(state);
            for (int edge = 0; edge < next.length; edge++) {
                if (mayBeTaken.test(space.occurrence(state, edge)))
                    before.get(next[edge]).add(state);
            }
        }
    }

    /** The states from which one of these can be reached. */
    BitSet reaching(IntPredicate goals) {
        var reached = new BitSet(space.size());
        var queue = new ArrayDeque<Integer>();
        for (int state = 0; state < space.size(); state++) {
            if (goals.test(state)) {
                reached.set(state);
                queue.add(state);
            }
        }
        while (!queue.isEmpty()) {
            for (var earlier : before.get(queue.remove())) {
                if (reached.get(earlier)) continue;
                reached.set(earlier);
                queue.add(earlier);
            }
        }
        return reached;
    }
}
