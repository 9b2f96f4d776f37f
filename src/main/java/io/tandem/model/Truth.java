package io.tandem.model;

/** Whether something holds, as far as can be told. */
public enum Truth {
    YES,
    NO,
    MAYBE;

    public static Truth of(boolean holds) {
        return holds ? YES : NO;
    }

    public Truth and(Truth other) {
        if (this == NO || other == NO) return NO;
        return this == YES && other == YES ? YES : MAYBE;
    }

    public Truth or(Truth other) {
        return not().and(other.not()).not();
    }

    public Truth not() {
        return this == MAYBE ? MAYBE : of(this == NO);
    }
}
