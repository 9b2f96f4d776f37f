package io.tandem.channel;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * The keys in links under messages: whoever holds one can press the buttons of one ticket, and nothing else. It stands behind
 * the # of the address, which browsers keep to themselves.
 */
@Component
public class PressKeys {

    private static final String PURPOSE = "press-keys";
    private static final int ID_BYTES = Long.BYTES * 2;
    private static final int SEAL_BYTES = 16;

    private final Seals seals;
    private final PublicAddress address;

    PressKeys(Seals seals, PublicAddress address) {
        this.seals = seals;
        this.address = address;
    }

    /** The page that does on a press there what the button says. */
    public String linkTo(UUID ticket, String press) {
        return address.of("/press#" + keyTo(ticket) + "." + press);
    }

    String keyTo(UUID ticket) {
        var id = bytes(ticket);
        var seal = Arrays.copyOf(seals.seal(PURPOSE, id), SEAL_BYTES);
        var key = ByteBuffer.allocate(ID_BYTES + SEAL_BYTES).put(id).put(seal);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(key.array());
    }

    /** The ticket whose buttons the key can press; none if it is not one of ours. */
    public Optional<UUID> ticketOf(String key) {
        try {
            var read = Base64.getUrlDecoder().decode(key);
            if (read.length != ID_BYTES + SEAL_BYTES) return Optional.empty();
            var buffer = ByteBuffer.wrap(read);
            var ticket = new UUID(buffer.getLong(), buffer.getLong());
            var genuine =
                    MessageDigest.isEqual(key.getBytes(US_ASCII), keyTo(ticket).getBytes(US_ASCII));
            return genuine ? Optional.of(ticket) : Optional.empty();
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    private static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(ID_BYTES)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }
}
