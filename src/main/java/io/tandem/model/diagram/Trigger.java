package io.tandem.model.diagram;

import org.jspecify.annotations.Nullable;

/**
 * What starts, ends or wakes an event.
 *
 * @param name of the message or the code of the error; null where the diagram leaves it open
 */
public record Trigger(Type type, @Nullable String name) {

    public static final Trigger NONE = new Trigger(Type.NONE, null);

    public enum Type {
        NONE,
        MESSAGE,
        TIMER,
        /** A timer that comes again and again. */
        CYCLE,
        ERROR,
        TERMINATE
    }

    public boolean is(Type some) {
        return type == some;
    }

    /** Whether it can happen again while its scope lives. */
    public boolean repeats() {
        return type == Type.MESSAGE || type == Type.CYCLE;
    }
}
