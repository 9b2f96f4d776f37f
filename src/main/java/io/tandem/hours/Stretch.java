package io.tandem.hours;

import java.time.Duration;
import java.time.Instant;

/** A time without a break in which people are there. */
record Stretch(Instant from, Instant to) {

    Duration length() {
        return Duration.between(from, to);
    }

    Stretch since(Instant time) {
        return from.isBefore(time) ? new Stretch(time, to) : this;
    }

    Stretch until(Instant time) {
        return to.isAfter(time) ? new Stretch(from, time) : this;
    }
}
