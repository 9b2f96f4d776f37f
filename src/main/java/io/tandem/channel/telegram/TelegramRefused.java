package io.tandem.channel.telegram;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Telegram refuses a call. Its own description may quote a text, so that it is compared and never shown. */
final class TelegramRefused extends RuntimeException {

    private final int code;
    private final transient String description;
    private final transient @Nullable Duration retryAfter;

    TelegramRefused(int code, String description, @Nullable Duration retryAfter) {
        super("Telegram says HTTP " + code, null, false, false);
        this.code = code;
        this.description = description.toLowerCase(Locale.ROOT);
        this.retryAfter = retryAfter;
    }

    int code() {
        return code;
    }

    boolean says(String words) {
        return description.contains(words);
    }

    Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
