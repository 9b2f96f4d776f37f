package io.tandem.channel.web;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The keys that customers hold: each opens one ticket. A key is the ticket's id, signed (HMAC-SHA-256) with a secret
 * that this installation made for itself, so that the same request can be answered with the same key again.
 */
@Component
class TicketKeys {

    private static final String ALGORITHM = "HmacSHA256";
    private static final String SECRET = "ticket-keys";

    private final JdbcClient sql;
    private volatile byte[] secret = {};

    TicketKeys(JdbcClient sql) {
        this.sql = sql;
    }

    String keyTo(UUID ticket) {
        var id = ByteBuffer.allocate(Long.BYTES * 2)
                .putLong(ticket.getMostSignificantBits())
                .putLong(ticket.getLeastSignificantBits());
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret(), ALGORITHM));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(mac.doFinal(id.array()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** In constant time, so that nobody guesses a key letter by letter. */
    boolean opens(String key, UUID ticket) {
        return MessageDigest.isEqual(
                key.getBytes(StandardCharsets.UTF_8), keyTo(ticket).getBytes(StandardCharsets.UTF_8));
    }

    private byte[] secret() {
        if (secret.length == 0) secret = Base64.getDecoder().decode(stored());
        return secret;
    }

    private String stored() {
        return read().orElseGet(() -> {
            try {
                var made = new byte[32];
                new SecureRandom().nextBytes(made);
                sql.sql("insert into secret (name, base64) values (?, ?)")
                        .param(SECRET)
                        .param(Base64.getEncoder().encodeToString(made))
                        .update();
            } catch (DuplicateKeyException otherNodeWasFaster) {
                // its secret is the one that counts
            }
            return read().orElseThrow();
        });
    }

    private Optional<String> read() {
        return sql.sql("select base64 from secret where name = ?")
                .param(SECRET)
                .query(String.class)
                .optional();
    }
}
