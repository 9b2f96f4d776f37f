package io.tandem.model.net;

import org.jspecify.annotations.Nullable;

/**
 * A state of a process and all that it calls.
 *
 * @param process null once it is over
 * @param memory what has happened before and still counts, as bits of the one who asks
 */
record State(@Nullable Frame process, int memory) {

    /** The process of a state that is not over. */
    Frame running() {
        if (process == null) throw new IllegalStateException("The process is over");
        return process;
    }

    boolean isOver() {
        return process == null;
    }
}
