package io.tandem.process;

import java.time.Duration;
import java.time.Instant;

/** The hours in which people are there, as diagrams count them. */
@FunctionalInterface
public interface WorkingHours {

    /** The moment at which people have been there for so long since then. */
    Instant plus(Instant since, Duration time);
}
