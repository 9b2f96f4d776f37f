package io.tandem.process.gate;

import io.tandem.check.Snapshot;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.apache.commons.codec.digest.DigestUtils;

/** What tells contents apart: SHA-256, in hexadecimal digits. */
final class Fingerprint {

    private Fingerprint() {}

    static String of(byte[] content) {
        return DigestUtils.sha256Hex(content);
    }

    static String of(Snapshot snapshot) {
        var all = DigestUtils.getSha256Digest();
        snapshot.files()
                .forEach((name, content) ->
                        all.update((name + '\0' + of(content) + '\n').getBytes(StandardCharsets.UTF_8)));
        return HexFormat.of().formatHex(all.digest());
    }
}
