package io.tandem.channel.mail;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * By what a mail is recognized when it comes again: its Message-ID and a hash of what it says. Not the id alone: some
 * programs use one id for all that they write, and nobody shall hide a mail of others by sending one with its id first.
 */
final class Likeness {

    private static final int LONGEST_ID = 200;

    private Likeness() {}

    static String of(byte[] raw) {
        var id = Head.of(raw).messageId().orElse("");
        var shortId = id.length() > LONGEST_ID ? hash(id.getBytes(StandardCharsets.UTF_8), 0) : id;
        return shortId.isEmpty()
                ? hash(raw, 0)
                : shortId + "/" + hash(raw, startOfBody(raw)).substring(0, 16);
    }

    /** Blanks and line ends do not count: servers write them differently. */
    private static String hash(byte[] bytes, int from) {
        var words = new byte[bytes.length - from];
        var length = 0;
        for (int i = from; i < bytes.length; i++) if (bytes[i] > ' ' || bytes[i] < 0) words[length++] = bytes[i];
        var digest = DigestUtils.getSha256Digest();
        digest.update(words, 0, length);
        return HexFormat.of().formatHex(digest.digest());
    }

    private static int startOfBody(byte[] raw) {
        for (int i = 0; i + 1 < raw.length; i++) {
            if (raw[i] != '\n') continue;
            if (raw[i + 1] == '\n') return i + 2;
            if (raw[i + 1] == '\r' && i + 2 < raw.length && raw[i + 2] == '\n') return i + 3;
        }
        return raw.length;
    }
}
