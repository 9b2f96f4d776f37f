package io.tandem.channel.webhook;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.tandem.api.Problem;
import io.tandem.attachment.Attachment;
import io.tandem.channel.PublicAddress;
import io.tandem.channel.Seals;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Addresses at which a system fetches the files of a message: each for one file, for a day, and made anew at each try. */
@Component
class FileLinks {

    private static final String PURPOSE = "webhook-files";
    private static final Duration GOOD_FOR = Duration.ofDays(1);

    private final Seals seals;
    private final PublicAddress address;
    private final Clock clock;

    FileLinks(Seals seals, PublicAddress address, Clock clock) {
        this.seals = seals;
        this.address = address;
        this.clock = clock;
    }

    String to(String channel, UUID ticket, Attachment file) {
        var until = clock.instant().plus(GOOD_FOR).getEpochSecond();
        var key = Base64.getUrlEncoder().withoutPadding().encodeToString(seal(channel, ticket, file.id(), until));
        return address.of("/api/channels/%s/files/%s?ticket=%s&until=%d&key=%s"
                .formatted(channel, file.id(), ticket, until, key));
    }

    /** @throws Problem if we never gave such a link, or it is too old */
    void check(String channel, UUID ticket, UUID file, long until, String key) {
        if (!isGenuine(channel, ticket, file, until, key)) throw new Problem(HttpStatus.FORBIDDEN, "wrongKey");
        if (Instant.ofEpochSecond(until).isBefore(clock.instant()))
            throw new Problem(HttpStatus.GONE, "webhookFileGone");
    }

    private boolean isGenuine(String channel, UUID ticket, UUID file, long until, String key) {
        try {
            return seals.isGenuine(
                    PURPOSE,
                    content(channel, ticket, file, until),
                    Base64.getUrlDecoder().decode(key));
        } catch (IllegalArgumentException noKey) {
            return false;
        }
    }

    private byte[] seal(String channel, UUID ticket, UUID file, long until) {
        return seals.seal(PURPOSE, content(channel, ticket, file, until));
    }

    private static byte[] content(String channel, UUID ticket, UUID file, long until) {
        return String.join("/", channel, ticket.toString(), file.toString(), Long.toString(until))
                .getBytes(US_ASCII);
    }
}
