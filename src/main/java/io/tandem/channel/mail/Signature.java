package io.tandem.channel.mail;

import io.tandem.channel.Seals;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * By which our own mails and addresses are recognized: ids and ticket numbers with a signature (HMAC-SHA-256, 80 bits)
 * that nobody can make up. All of it survives servers that write addresses in lower case.
 */
@Component
class Signature {

    private static final String PURPOSE = "mail";
    private static final int BYTES = 10;
    private static final Pattern MESSAGE_ID =
            Pattern.compile("<([0-9a-f]{32})\\.([0-9a-f]{20})@[^<>\\s]{1,255}>", Pattern.CASE_INSENSITIVE);
    private static final Pattern DETAIL = Pattern.compile("([0-9]{1,18})-([0-9a-f]{20})");

    private final Seals seals;

    Signature(Seals seals) {
        this.seals = seals;
    }

    /** The Message-ID of a message, always the same. */
    String messageId(UUID message, String domain) {
        return "<" + bare(message) + "." + sign(bare(message)) + "@" + domain + ">";
    }

    /** The messages of ours whose ids stand in the text. */
    Stream<UUID> messagesIn(String text) {
        return MESSAGE_ID
                .matcher(text)
                .results()
                .filter(found -> isSigned(lower(found.group(1)), lower(found.group(2))))
                .map(found -> message(lower(found.group(1))))
                .distinct();
    }

    /** What stands behind the plus of the address to which a ticket's replies go. */
    String detail(long ticket) {
        return ticket + "-" + sign("ticket " + ticket);
    }

    /** The number of the ticket that such a detail is the key to. */
    OptionalLong ticketIn(String detail) {
        var parts = DETAIL.matcher(lower(detail));
        if (!parts.matches() || !isSigned("ticket " + parts.group(1), parts.group(2))) return OptionalLong.empty();
        return OptionalLong.of(Long.parseLong(parts.group(1)));
    }

    private boolean isSigned(String what, String signature) {
        return MessageDigest.isEqual(
                signature.getBytes(StandardCharsets.US_ASCII), sign(what).getBytes(StandardCharsets.US_ASCII));
    }

    private String sign(String what) {
        var seal = seals.seal(PURPOSE, what.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(seal, 0, BYTES);
    }

    private static String bare(UUID message) {
        return message.toString().replace("-", "");
    }

    private static UUID message(String bare) {
        return new UUID(Long.parseUnsignedLong(bare, 0, 16, 16), Long.parseUnsignedLong(bare, 16, 32, 16));
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
