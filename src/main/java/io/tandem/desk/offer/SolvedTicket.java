package io.tandem.desk.offer;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A closed ticket whose customer was satisfied. */
record SolvedTicket(
        UUID id,
        Instant closedAt,
        String language,
        @Nullable String topic,
        @Nullable Integer score) {}
