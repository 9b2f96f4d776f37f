package io.tandem.channel.whatsapp;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The Graph API refuses a call. */
final class GraphRefused extends RuntimeException {

    private final int code;
    private final Trouble trouble;
    private final transient @Nullable Duration retryAfter;

    /** @param code Meta's own, 0 if it gives none */
    GraphRefused(int status, int code, @Nullable Duration retryAfter) {
        super("WhatsApp says HTTP %d, error %d".formatted(status, code), null, false, false);
        this.code = code;
        this.trouble = Trouble.of(code, status);
        this.retryAfter = retryAfter;
    }

    int code() {
        return code;
    }

    Trouble trouble() {
        return trouble;
    }

    Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
