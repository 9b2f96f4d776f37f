package io.tandem.channel;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message that this node sends.
 *
 * @param attempts how often it failed by itself
 * @param queuedAt since when it waits
 * @param hasIncident whether operators were told of it
 * @param downs how often it found its channel down although others got through in between
 * @param downAt when it did so last
 * @param awaitsCustomer since when its customer has to write first
 * @param hurried how often they have written since it waits
 */
record Claimed(
        UUID message,
        boolean asksRating,
        int attempts,
        Instant queuedAt,
        boolean hasIncident,
        int downs,
        @Nullable Instant downAt,
        @Nullable Instant awaitsCustomer,
        int hurried) {}
