package io.tandem.retention;

import io.tandem.node.Leases;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** One node cleans at a time; another goes on if it dies. */
@Component
class Turn {

    private static final String NAME = "retention";
    private static final Duration LENGTH = Duration.ofMinutes(2);

    private final Leases leases;
    private final Clock clock;
    private Instant renewedAt = Instant.MIN;

    Turn(Leases leases, Clock clock) {
        this.leases = leases;
        this.clock = clock;
    }

    /** Whether it is this node's; asked before each piece of work. */
    synchronized boolean isOurs() {
        var now = clock.instant();
        if (now.isBefore(renewedAt.plus(LENGTH.dividedBy(3)))) return true;
        if (!leases.hold(NAME, LENGTH)) return false;
        renewedAt = now;
        return true;
    }

    synchronized void end() {
        renewedAt = Instant.MIN;
        leases.release(NAME);
    }
}
