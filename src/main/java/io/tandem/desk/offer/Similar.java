package io.tandem.desk.offer;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A matter like the agent's, and what has helped there.
 *
 * @param matter in the words of somebody who is not named
 * @param reply without salutation, farewell and facts
 * @param score from 1 to 5, if it was rated
 */
record Similar(
        String matter,
        String reply,
        boolean byBot,
        @Nullable Integer score,
        Instant closedAt,
        double likeness) {

    /** A fingerprint of the reply: the same words are the same offer, whoever wrote them to whomever. */
    String item() {
        var words = reply.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
        return UUID.nameUUIDFromBytes(words.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
