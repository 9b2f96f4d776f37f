package io.tandem.model;

import java.util.BitSet;
import java.util.List;

/** Looks for a piece of a box that lies outside of all others. */
final class Search {

    /** Beyond this many pieces a table is too big to be judged, and anything is held possible. */
    private static final int MOST_PIECES = 200_000;

    private int pieces;
    private BitSet[] found = {};

    boolean findOutside(BitSet[] box, List<BitSet[]> others) {
        if (!hasCases(box)) return false;
        for (int i = 0; i < others.size(); i++) {
            if (meet(box, others.get(i))) return findBeside(box, others.get(i), others.subList(i + 1, others.size()));
        }
        found = box;
        return true;
    }

    private boolean findBeside(BitSet[] box, BitSet[] other, List<BitSet[]> others) {
        if (isOverrun()) return true;
        var inside = box.clone();
        for (int v = 0; v < box.length; v++) {
            var outside = inside.clone();
            outside[v] = (BitSet) inside[v].clone();
            outside[v].andNot(other[v]);
            pieces++;
            if (findOutside(outside, others)) return true;
            inside[v] = (BitSet) inside[v].clone();
            inside[v].and(other[v]);
        }
        return false;
    }

    private static boolean meet(BitSet[] box, BitSet[] other) {
        for (int v = 0; v < box.length; v++) {
            if (!box[v].intersects(other[v])) return false;
        }
        return true;
    }

    boolean isOverrun() {
        return pieces > MOST_PIECES;
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
