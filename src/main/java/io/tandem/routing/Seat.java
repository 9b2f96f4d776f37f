package io.tandem.routing;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One agent's seat at the desk: all that is kept about them for routing. It is about a person, so that person alone reads
 * it; no lead, no figure and no list does.
 *
 * @param limit the agent's own limit of open tickets; none if they keep to the usual one
 * @param away whether they have said so
 * @param lastSeen when their browser last asked the desk for something, to the minute; each time replaces the one before
 */
record Seat(
        String agent,
        @Nullable Integer limit,
        boolean away,
        @Nullable Instant lastSeen) {

    static final int MOST = 99;

    static Seat empty(String agent) {
        return new Seat(agent, null, false, null);
    }

    int limitOr(int usual) {
        return limit == null ? usual : limit;
    }

    boolean isTaken(Instant now, Duration thereFor) {
        return !away && lastSeen != null && lastSeen.isAfter(now.minus(thereFor));
    }
}
