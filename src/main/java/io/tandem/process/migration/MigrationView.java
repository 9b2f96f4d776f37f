package io.tandem.process.migration;

import io.tandem.process.migration.Migration.State;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A roll-out as programs and pages read it.
 *
 * @param moved how many tickets went over, or would go
 * @param failed how many stayed where they were, or would stay
 * @param left how many were not looked at yet
 */
record MigrationView(
        UUID id,
        boolean dryRun,
        State state,
        Instant startedAt,
        String startedBy,
        @Nullable Instant endedAt,
        long moved,
        long failed,
        long left,
        List<ResultView> results) {

    /**
     * @param version from which the tickets come
     * @param text what became of them, in the reader's language
     * @param example one of them, by its number
     */
    record ResultView(
            String process,
            String name,
            int version,
            Outcome outcome,
            @Nullable String element,
            @Nullable String label,
            String text,
            int tickets,
            @Nullable Long example) {}

    /** @param migrations the latest first */
    record ListView(List<VersionView> versions, List<MigrationView> migrations) {}

    /** @param live the version with which new tickets begin; null if the process is no longer there */
    record VersionView(
            String process,
            String name,
            int version,
            @Nullable Integer live,
            long tickets) {}

    /** @param tickets how many run on older versions; a ticket runs in several processes and counts once */
    record PlanView(long tickets, List<VersionPlan> versions) {}

    /** @param stays where tickets that stand there could not be moved from, and why */
    record VersionPlan(VersionView version, List<StayView> stays, List<TimerView> timers) {}

    record StayView(
            Outcome why, @Nullable String element, @Nullable String label, String text, long tickets) {}

    /** A time that the new version sets otherwise: it is counted again, from when the wait began. */
    record TimerView(String element, @Nullable String label, String text) {}
}
