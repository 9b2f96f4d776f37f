package io.tandem.insight.step;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * That a ticket was at a step, as the engine has written it down.
 *
 * @param root the outermost process, which knows the ticket
 * @param order of what happened in the same millisecond
 * @param cancelled whether something else ended it
 */
record Passed(
        String root,
        String instance,
        String definition,
        String step,
        Instant from,
        @Nullable Instant until,
        long milliseconds,
        long order,
        boolean cancelled) {

    static final Comparator<Passed> IN_TIME = Comparator.comparing(Passed::from).thenComparing(Passed::order);

    /** The engine's ActivityInstanceState for it. */
    static final int CANCELLED = 2;

    /** @param other of the same instance, and over */
    boolean comesAfter(Passed other) {
        var end = other.until();
        if (end == null) return false;
        return from.isAfter(end) || (from.equals(end) && order > other.order());
    }

    boolean endedBetween(Timestamp from, Timestamp to) {
        return until != null && !until.isBefore(from.toInstant()) && until.isBefore(to.toInstant());
    }
}
