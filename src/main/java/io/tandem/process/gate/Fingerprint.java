package io.tandem.process.gate;

import io.tandem.check.Snapshot;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What tells contents apart: SHA-256, in hexadecimal digits. */
final class Fingerprint {

    private Fingerprint() {}

    static String of(byte[] content) {
        return HexFormat.of().formatHex(sha256().digest(content));
    }

    static String of(Snapshot snapshot) {
        var all = sha256();
        snapshot.files()
                .forEach((name, content) ->
                        all.update((name + '\0' + of(content) + '\n').getBytes(StandardCharsets.UTF_8)));
        return HexFormat.of().formatHex(all.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
