package io.tandem.channel.whatsapp;

import static org.apache.commons.codec.digest.HmacAlgorithms.HMAC_SHA_256;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.apache.commons.codec.digest.HmacUtils;
import org.jspecify.annotations.Nullable;

/** How Meta signs what it sends: {@code sha256=} and an HMAC of the very bytes, in hexadecimal. */
final class Signature {

    private static final String PREFIX = "sha256=";

    private final byte[] key;

    Signature(String secret) {
        key = secret.getBytes(StandardCharsets.UTF_8);
    }

    /** As long as the signature is right, it takes as long to find out as if it is wrong. */
    boolean fits(@Nullable String header, byte[] body) {
        return header != null
                && MessageDigest.isEqual(
                        of(body).getBytes(StandardCharsets.US_ASCII), header.getBytes(StandardCharsets.UTF_8));
    }

    String of(byte[] body) {
        return PREFIX
                + HexFormat.of()
                        .formatHex(
                                HmacUtils.getInitializedMac(HMAC_SHA_256, key).doFinal(body));
    }
}
