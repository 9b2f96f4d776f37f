package io.tandem.bot.wording;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** With an endpoint that fails: after some failures in a row it gets a rest, so that not every customer waits for it. */
final class Patience {

    private static final int FAILURES = 3;
    private static final Duration REST = Duration.ofSeconds(30);

    private final Clock clock;
    private int failures;
    private Instant until = Instant.MIN;

    Patience(Clock clock) {
        this.clock = clock;
    }

    synchronized boolean isGone() {
        return clock.instant().isBefore(until);
    }

    synchronized void regain() {
        failures = 0;
    }

    /** After the rest, one failure is enough for the next. */
    synchronized void lose() {
        failures++;
        if (failures >= FAILURES) until = clock.instant().plus(REST);
    }
}
