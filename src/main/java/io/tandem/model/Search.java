package io.tandem.model;

import java.util.BitSet;
import java.util.List;

/** Looks for a piece of a box that lies outside of all others. */
final class Search {

    /** After so many comparisons, about a second, a table is too large to be judged, and anything is held possible. */
    private static final int MOST_COMPARISONS = 5_000_000;

    private static final int DEEPEST = 1_000;

    private int comparisons;
    private boolean overrun;
    private BitSet[] found = {};

    boolean findOutside(BitSet[] box, List<BitSet[]> others) {
        return findOutside(box, others, 0);
    }

    private boolean findOutside(BitSet[] box, List<BitSet[]> others, int depth) {
        if (!hasCases(box)) return false;
        overrun |= comparisons > MOST_COMPARISONS || depth > DEEPEST;
        if (overrun) return true;
        for (int i = 0; i < others.size(); i++) {
            comparisons++;
            if (meet(box, others.get(i)))
                return findBeside(box, others.get(i), others.subList(i + 1, others.size()), depth);
        }
        found = box;
        return true;
    }

    private boolean findBeside(BitSet[] box, BitSet[] other, List<BitSet[]> others, int depth) {
        var inside = box.clone();
        for (int v = 0; v < box.length; v++) {
            var outside = inside.clone();
            outside[v] = (BitSet) inside[v].clone();
            outside[v].andNot(other[v]);
            if (findOutside(outside, others, depth + 1)) return true;
            inside[v] = (BitSet) inside[v].clone();
            inside[v].and(other[v]);
        }
        return false;
    }

    static boolean meet(BitSet[] box, BitSet[] other) {
        for (int v = 0; v < box.length; v++) {
            if (!box[v].intersects(other[v])) return false;
        }
        return true;
    }

    /** What it has said since may be wrong. */
    boolean isOverrun() {
        return overrun;
    }

    BitSet[] found() {
        return found;
    }

    static boolean hasCases(BitSet[] box) {
        for (var side : box) {
            if (side.isEmpty()) return false;
        }
        return true;
    }
}
