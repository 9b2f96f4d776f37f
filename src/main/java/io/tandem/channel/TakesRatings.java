package io.tandem.channel;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Whoever counts how satisfied customers are. */
public interface TakesRatings {

    /** What became of a rating. */
    enum Outcome {
        COUNTED,
        NOT_ASKED,
        RATED_BEFORE
    }

    /**
     * The same rating again is the same rating.
     *
     * @param score 1 (bad) to 5 (good)
     */
    Outcome rate(UUID ticket, int score, @Nullable String comment);
}
