package io.tandem.channel;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Nothing can travel this way now. The whole channel pauses; what waits for it keeps its place. A message that meets this
 * again and again while others get through is taken for the reason itself, and waits alone.
 */
public final class ChannelDown extends RuntimeException {

    private final transient @Nullable Duration retryAfter;

    /** @param reason for operators: short, without passwords and without a word of the message */
    public ChannelDown(String reason) {
        this(reason, null);
    }

    /** @param retryAfter how long the provider asks us to wait */
    public ChannelDown(String reason, @Nullable Duration retryAfter) {
        super(reason);
        this.retryAfter = retryAfter;
    }

    Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
