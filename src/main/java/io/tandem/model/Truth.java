package io.tandem.model;

/** Whether something holds, as far as can be told. */
public enum Truth {
    YES,
    NO,
    MAYBE;

    static Truth of(boolean holds) {
        return holds ? YES : NO;
    }

    Truth and(Truth other) {
        if (this == NO || other == NO) return NO;
        return this == YES && other == YES ? YES : MAYBE;
    }

    Truth or(Truth other) {
        return not().and(other.not()).not();
    }

    Truth not() {
        return this == MAYBE ? MAYBE : of(this == NO);
    }
}
