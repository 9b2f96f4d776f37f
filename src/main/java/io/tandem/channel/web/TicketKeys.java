package io.tandem.channel.web;

import io.tandem.channel.Seals;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * The keys that customers hold: each opens one ticket. A key is the ticket's id, sealed, so that the same request can be
 * answered with the same key again.
 */
@Component
class TicketKeys {

    private static final String PURPOSE = "ticket-keys";

    private final Seals seals;

    TicketKeys(Seals seals) {
        this.seals = seals;
    }

    String keyTo(UUID ticket) {
        var id = ByteBuffer.allocate(Long.BYTES * 2)
                .putLong(ticket.getMostSignificantBits())
                .putLong(ticket.getLeastSignificantBits());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(seals.seal(PURPOSE, id.array()));
    }

    /** In constant time, so that nobody guesses a key letter by letter. */
    boolean opens(String key, UUID ticket) {
        return MessageDigest.isEqual(
                key.getBytes(StandardCharsets.UTF_8), keyTo(ticket).getBytes(StandardCharsets.UTF_8));
    }
}
