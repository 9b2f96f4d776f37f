package io.tandem.desk;

import com.github.f4b6a3.uuid.UuidCreator;
import io.tandem.desk.ServiceLevel.Promise;
import io.tandem.hours.BusinessHours;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;

/**
 * One promise to a customer, and how it went. It starts once and nothing starts it anew; once it is missed it stays
 * missed. Whoever moves it holds its ticket.
 */
@SuppressWarnings("NullAway.Init") // Spring Data fills the fields
final class ServiceClock {

    enum Kind {
        /** A person's first words, since a person was needed. */
        FIRST_RESPONSE,
        /** A person's words after the customer has written again. */
        NEXT_RESPONSE,
        RESOLUTION;

        boolean isResponse() {
            return this != RESOLUTION;
        }
    }

    enum Outcome {
        MET,
        MISSED,
        /** What was promised was no longer needed when it ended, and still possible: neither met nor missed. */
        DROPPED
    }

    /** A clock has ended; told after the commit. */
    record Ended(Kind kind, Outcome outcome) {}

    @Id
    private UUID id;

    private UUID ticket;
    private Kind kind;
    private Instant startedAt;
    private Instant warnAt;
    private Instant dueAt;
    private long warnBeforeSeconds;
    private boolean warned;
    private boolean leadBroughtIn;
    private @Nullable Instant pausedAt;
    private @Nullable Long leftSeconds;
    private @Nullable Instant endedAt;
    private @Nullable Outcome outcome;

    private ServiceClock() {}

    static ServiceClock start(UUID ticket, Kind kind, Instant since, Promise promise, BusinessHours hours) {
        var clock = new ServiceClock();
        clock.id = UuidCreator.getTimeOrderedEpoch();
        clock.ticket = ticket;
        clock.kind = kind;
        clock.startedAt = since;
        clock.warnBeforeSeconds = promise.warnBefore().toSeconds();
        clock.run(since, promise.within(), hours);
        return clock;
    }

    /** Whole seconds, so that a timer of the engine, which knows milliseconds, never rings too early. */
    private void run(Instant since, Duration left, BusinessHours hours) {
        var early = left.minusSeconds(warnBeforeSeconds);
        warnAt = hours.plus(since, early).truncatedTo(ChronoUnit.SECONDS);
        dueAt = hours.plus(since, left).truncatedTo(ChronoUnit.SECONDS);
    }

    /** It is the customer's turn. What is overdue already stays so. */
    void pause(Instant now, BusinessHours hours) {
        if (!isRunning() || isOverdue(now)) return;
        pausedAt = now;
        leftSeconds = hours.between(now, dueAt).toSeconds();
    }

    /** The customer has replied: what was left begins again. */
    void goOn(Instant since, BusinessHours hours) {
        if (pausedAt == null || leftSeconds == null || isEnded()) return;
        run(since.isBefore(pausedAt) ? pausedAt : since, Duration.ofSeconds(leftSeconds), hours);
        pausedAt = null;
        leftSeconds = null;
    }

    /** What was promised has happened. */
    void keep(Instant at) {
        end(at, Outcome.MET);
    }

    /** What was promised is not needed any more. */
    void drop(Instant at) {
        end(at, Outcome.DROPPED);
    }

    private void end(Instant at, Outcome inTime) {
        if (isEnded()) return;
        outcome = pausedAt == null && at.isAfter(dueAt) ? Outcome.MISSED : inTime;
        endedAt = at;
    }

    /** @return whether it was not said before */
    boolean warn() {
        var first = !warned;
        warned = true;
        return first;
    }

    /** @return whether they were not before */
    boolean bringInLead() {
        var first = !leadBroughtIn;
        leadBroughtIn = true;
        return first;
    }

    boolean isRunning() {
        return !isEnded() && pausedAt == null;
    }

    boolean isEnded() {
        return endedAt != null;
    }

    boolean isNearlyDue(Instant now) {
        return isRunning() && !now.isBefore(warnAt);
    }

    boolean isOverdue(Instant now) {
        return isRunning() && !now.isBefore(dueAt);
    }

    boolean is(Kind kind, Instant startedAt) {
        return this.kind == kind && this.startedAt.equals(startedAt);
    }

    Kind kind() {
        return kind;
    }

    Instant startedAt() {
        return startedAt;
    }

    Instant warnAt() {
        return warnAt;
    }

    Instant dueAt() {
        return dueAt;
    }

    @Nullable
    Outcome outcome() {
        return outcome;
    }
}
