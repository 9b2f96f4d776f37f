package io.tandem.ticket;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How the customer liked one resolution of a ticket.
 *
 * @param resolution which one, counted from 1
 * @param score 1 (bad) to 5 (good)
 */
public record Rating(
        UUID ticket, int resolution, int score, @Nullable String comment, Instant ratedAt) {

    public static final int WORST = 1;
    public static final int BEST = 5;
}
