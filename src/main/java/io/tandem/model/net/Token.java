package io.tandem.model.net;

/** Where a token stands, in one number: what kind of place, and the number of the node or flow there. */
final class Token {

    /** On a sequence flow. */
    static final int FLOW = 0;
    /** Waiting at a node. */
    static final int AT = 1;
    /** A job will enter the node. */
    static final int BEFORE = 2;
    /** A job will leave the node. */
    static final int AFTER = 3;
    /** Not a token of its own: the event can still happen once. */
    static final int ARMED = 4;
    /** Not a token any more: the end event was reached. Counted where a model is judged by it. */
    static final int ENDED = 5;

    private static final int KIND_SHIFT = 24;
    private static final int INDEX = (1 << KIND_SHIFT) - 1;

    private Token() {}

    static int of(int kind, int index) {
        return kind << KIND_SHIFT | index;
    }

    static int kind(int token) {
        return token >>> KIND_SHIFT;
    }

    static int index(int token) {
        return token & INDEX;
    }

    /** Whether its scope lives because of it. */
    static boolean isLive(int token) {
        return kind(token) < ARMED;
    }
}
