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
    private boolean asked;
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
        asked = false;
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
        asked = false;
        var news = !Objects.equals(reason, down.getMessage());
        reason = down.getMessage();
        if (downSince == null) downSince = now;
        if (now.isBefore(pausedUntil)) return new Pause(pausedUntil, news);
        pausedUntil = now.plus(down.retryAfter().orElse(pause));
        var longer = pause.multipliedBy(2);
        pause = longer.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : longer;
        return new Pause(pausedUntil, news);
    }

    /**
     * Whether to ask it tells anything; whoever hears so asks. Of what messages have shown messages show the end, unless none is
     * left to show it: then nothing would ever be sent here again.
     *
     * @param idle whether nothing waits for it
     */
    synchronized boolean wantsProbe(Instant now, boolean idle) {
        asked = !isPaused(now) && (!tried || downByProbe || idle && downSince != null);
        return asked;
    }

    /**
     * Something would get through. Nothing follows from that if a message has shown something since it was asked.
     *
     * @return whether nothing would until now
     */
    synchronized boolean answersProbe() {
        if (!asked) return false;
        var wasDown = downSince != null;
        isUp();
        return wasDown;
    }

    /**
     * Nothing would get through. Nothing follows from that if a message has shown something since it was asked.
     *
     * @return whether that is news, or the reason is another one
     */
    synchronized boolean failsProbe(ChannelDown down, Instant now) {
        if (!asked) return false;
        var pause = failed(down, now);
        downByProbe = true;
        return pause.isNews();
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
