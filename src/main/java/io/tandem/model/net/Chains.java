package io.tandem.model.net;

import java.util.BitSet;

/**
 * Takes a token along all nodes at which nothing can happen to it but that it goes on, to where something can. Whatever
 * else happens meanwhile could happen before or after as well, so no deadlock, no end and no crowded flow is missed; states
 * are fewer by far.
 */
final class Chains {

    private final Net net;
    private final int[] ends;
    private final BitSet travelled = new BitSet();

    private Chains(Net net, boolean follows) {
        this.net = net;
        ends = new int[net.flows().size()];
        for (int flow = 0; flow < ends.length; flow++) ends[flow] = follows ? endOf(flow) : flow;
    }

    static Chains followed(Net net) {
        return new Chains(net, true);
    }

    /** Tokens rest on every flow. */
    static Chains none(Net net) {
        return new Chains(net, false);
    }

    private int endOf(int flow) {
        var seen = new BitSet();
        int end = flow;
        while (isPassed(net.target(end)) && !seen.get(end)) {
            seen.set(end);
            end = net.target(end).out()[0];
        }
        // In a circle it stays where it is.
        return seen.get(end) ? flow : end;
    }

    private static boolean isPassed(Place place) {
        if (place.out().length != 1 || place.canBeInterrupted()) return false;
        return switch (place.node().kind()) {
            case STEP, PERSON, WAIT, THROW, CALL, EXCLUSIVE -> true;
            case PARALLEL -> place.in().length == 1;
            default -> false;
        };
    }

    /** The flow on which a token rests that is put on this one. */
    int end(int flow) {
        if (!travelled.get(flow)) {
            for (int on = flow; on != ends[flow]; on = net.target(on).out()[0]) travelled.set(on);
            travelled.set(flow);
            travelled.set(ends[flow]);
        }
        return ends[flow];
    }

    /** Whether a token has come to this node on a flow and gone on, or has left it. */
    boolean hasPassed(Place place) {
        for (var flow : place.out()) if (travelled.get(flow)) return true;
        return false;
    }
}
