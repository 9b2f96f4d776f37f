package io.tandem.process.migration;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One roll-out, or one dry run of it.
 *
 * @param deployment the engine's, to which the tickets go
 * @param doneUpTo the business key of the last ticket that was looked at
 */
record Migration(
        UUID id,
        boolean dryRun,
        String deployment,
        Instant startedAt,
        String startedBy,
        State state,
        String doneUpTo,
        @Nullable Instant endedAt) {

    enum State {
        RUNNING,
        /** By an owner; it can go on. */
        STOPPED,
        /** Another version went live meanwhile: there is nothing to go on to. */
        OVERTAKEN,
        DONE
    }

    /** @param example one of the tickets, by its number */
    record Result(
            String process,
            int version,
            Outcome outcome,
            @Nullable String element,
            @Nullable String label,
            @Nullable String detail,
            int tickets,
            @Nullable Long example) {}
}
