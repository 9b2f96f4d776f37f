package io.tandem.story;

import java.time.Clock;
import java.time.InstantSource;
import java.time.ZoneOffset;

/** A clock that shows what a story says, in UTC. */
public final class SetTime {

    private SetTime() {}

    public static Clock of(InstantSource now) {
        return now.withZone(ZoneOffset.UTC);
    }
}
