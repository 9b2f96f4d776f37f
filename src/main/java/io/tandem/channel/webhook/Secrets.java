package io.tandem.channel.webhook;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.apache.commons.codec.digest.HmacAlgorithms.HMAC_SHA_256;

import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.commons.codec.digest.HmacUtils;

/**
 * What we share with a system, so that each knows the other's messages: signatures by the Standard Webhooks scheme. While
 * the secret is changed there are two: both sign, and either is recognized.
 */
final class Secrets {

    static final String PREFIX = "whsec_";

    private static final String VERSION = "v1,";
    private static final int MOST = 2;
    private static final int SHORTEST = 24;
    private static final int LONGEST = 64;
    private static final int MOST_SIGNATURES = 10;

    private final List<byte[]> keys;

    private Secrets(List<byte[]> keys) {
        this.keys = keys;
    }

    /** @throws IllegalArgumentException if they are none, with what they have to be */
    static Secrets of(List<String> secrets) {
        if (secrets.isEmpty() || secrets.size() > MOST)
            throw new IllegalArgumentException("has to have one secret, or two while it is changed");
        return new Secrets(secrets.stream().map(String::strip).map(Secrets::key).toList());
    }

    private static byte[] key(String secret) {
        try {
            var key = Base64.getDecoder().decode(secret.startsWith(PREFIX) ? secret.substring(PREFIX.length()) : "");
            if (key.length >= SHORTEST && key.length <= LONGEST) return key;
        } catch (IllegalArgumentException noBase64) {
            // said below, without a word of the secret
        }
        throw new IllegalArgumentException(
                "has a secret that is not whsec_ with %d to %d random bytes in Base64".formatted(SHORTEST, LONGEST));
    }

    /** The header's value: a signature by each secret. */
    String sign(String id, Instant at, byte[] body) {
        return keys.stream()
                .map(key -> VERSION + signature(key, id, String.valueOf(at.getEpochSecond()), body))
                .collect(Collectors.joining(" "));
    }

    /** Whether one of the header's signatures is by one of the secrets; in constant time, so that nobody guesses one. */
    boolean signed(String id, String timestamp, byte[] body, String signatures) {
        var given = Arrays.stream(signatures.split(" ", MOST_SIGNATURES + 1))
                .limit(MOST_SIGNATURES)
                .filter(signature -> signature.startsWith(VERSION))
                .map(signature -> signature.substring(VERSION.length()).getBytes(UTF_8))
                .toList();
        var genuine = false;
        for (var key : keys) {
            var ours = signature(key, id, timestamp, body).getBytes(US_ASCII);
            for (var theirs : given) genuine |= MessageDigest.isEqual(ours, theirs);
        }
        return genuine;
    }

    private static String signature(byte[] key, String id, String timestamp, byte[] body) {
        var mac = HmacUtils.getInitializedMac(HMAC_SHA_256, key);
        mac.update((id + "." + timestamp + ".").getBytes(UTF_8));
        return Base64.getEncoder().encodeToString(mac.doFinal(body));
    }
}
