package io.tandem.channel.mail.read;

import jakarta.mail.internet.MailDateFormat;
import java.text.ParsePosition;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** When a mail was sent, by its own account; where that is unreadable, when the last server took it in. */
final class SentDate {

    private SentDate() {}

    static @Nullable Instant of(Headers headers) {
        return headers.first("date")
                .flatMap(SentDate::parsed)
                .or(() -> headers.first("received").flatMap(line -> parsed(line.substring(line.lastIndexOf(';') + 1))))
                .orElse(null);
    }

    private static Optional<Instant> parsed(String text) {
        try {
            var date = new MailDateFormat().parse(text.strip(), new ParsePosition(0));
            return Optional.ofNullable(date).map(java.util.Date::toInstant);
        } catch (RuntimeException unreadable) {
            return Optional.empty();
        }
    }
}
