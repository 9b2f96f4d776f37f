package io.tandem.channel;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/** One connected channel on this node: how much it sends at once, and whether it pauses. */
final class ChannelLine {

    private static final int AT_ONCE = 4;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

    /**
     * @param until when to try again
     * @param isNews whether the channel worked until now, or failed for another reason
     */
    record Pause(Instant until, boolean isNews) {}

    private final Channel channel;
    private final Semaphore slots = new Semaphore(AT_ONCE);
    private Instant pausedUntil = Instant.MIN;
    private Duration pause = FIRST_PAUSE;
    private Instant workedAt = Instant.MIN;
    private boolean tried;
    private boolean downByProbe;
    private @Nullable Instant downSince;
    private @Nullable String reason;

    ChannelLine(Channel channel) {
        this.channel = channel;
    }

    Channel channel() {
        return channel;
    }

    /** Takes one of the places to send at once; {@link #leave} gives it back. */
    boolean enter(Instant now) {
        return !isPaused(now) && slots.tryAcquire();
    }

    void leave() {
        slots.release();
    }

    private synchronized boolean isPaused(Instant now) {
        return now.isBefore(pausedUntil);
    }

    /**
     * Something got through.
     *
     * @return whether nothing did until now
     */
    synchronized boolean worked(Instant now) {
        var wasDown = downSince != null;
        workedAt = now;
        isUp();
        return wasDown;
    }

    private void isUp() {
        tried = true;
        downByProbe = false;
        pausedUntil = Instant.MIN;
        pause = FIRST_PAUSE;
        downSince = null;
        reason = null;
    }

    /**
     * Nothing gets through: the channel pauses, each time for longer. Those that failed together count once.
     *
     * @return when to try again: to be asked now, for what gets through meanwhile ends the pause
     */
    synchronized Pause failed(ChannelDown down, Instant now) {
        tried = true;
        downByProbe = false;
        var news = !Objects.equals(reason, down.getMessage());
        reason = down.getMessage();
        if (downSince == null) downSince = now;
        if (now.isBefore(pausedUntil)) return new Pause(pausedUntil, news);
        pausedUntil = now.plus(down.retryAfter().orElse(pause));
        var longer = pause.multipliedBy(2);
        pause = longer.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : longer;
        return new Pause(pausedUntil, news);
    }

    /** Whether to ask it tells anything: of what messages have shown, only messages show the end. */
    synchronized boolean wantsProbe(Instant now) {
        return !isPaused(now) && (!tried || downByProbe);
    }

    /** Something would get through. */
    synchronized void answersProbe() {
        if (!tried || downByProbe) isUp();
    }

    /** Nothing would get through. */
    synchronized void failsProbe(ChannelDown down, Instant now) {
        if (tried && !downByProbe) return;
        failed(down, now);
        downByProbe = true;
    }

    /** Whether anybody knows if something gets through. */
    synchronized boolean isTried() {
        return tried;
    }

    synchronized boolean hasWorkedSince(Instant then) {
        return workedAt.isAfter(then);
    }

    /** Since when nothing gets through. */
    synchronized Optional<Instant> downSince() {
        return Optional.ofNullable(downSince);
    }

    synchronized Optional<String> reason() {
        return Optional.ofNullable(reason);
    }
}
