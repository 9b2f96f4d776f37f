package io.tandem.channel.webhook;

import io.tandem.api.FitText;
import io.tandem.api.Problem;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/** The three headers of the Standard Webhooks scheme. */
record Envelope(String id, String timestamp, String signatures) {

    static final String ID = "webhook-id";
    static final String TIMESTAMP = "webhook-timestamp";
    static final String SIGNATURE = "webhook-signature";

    private static final Duration TOLERANCE = Duration.ofMinutes(5);
    private static final Pattern SECONDS = Pattern.compile("\\d{1,12}");

    static Envelope of(HttpHeaders headers) {
        return new Envelope(one(headers, ID), one(headers, TIMESTAMP), one(headers, SIGNATURE));
    }

    private static String one(HttpHeaders headers, String name) {
        @Nullable String value = headers.getFirst(name);
        if (value == null || value.isBlank()) throw new Problem(HttpStatus.UNAUTHORIZED, "webhookUnsigned");
        return value;
    }

    /** @throws Problem if it was not sealed by the system that it names, or not just now */
    void check(Secrets secrets, byte[] body, Instant now) {
        if (!SECONDS.matcher(timestamp).matches() || !secrets.signed(id, timestamp, body, signatures))
            throw new Problem(HttpStatus.UNAUTHORIZED, "webhookNotGenuine");
        var age = Duration.between(Instant.ofEpochSecond(Long.parseLong(timestamp)), now);
        if (age.abs().compareTo(TOLERANCE) > 0) throw new Problem(HttpStatus.UNAUTHORIZED, "webhookTooOld");
        FitText.id(id);
    }
}
