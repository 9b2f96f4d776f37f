package io.tandem.channel;

import static org.apache.commons.codec.digest.HmacAlgorithms.HMAC_SHA_256;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.commons.codec.digest.HmacUtils;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Seals what this installation gives away and must know again as its own (HMAC-SHA-256). Each purpose has a secret of its
 * own, which the installation has made for itself: a seal for one purpose is worth nothing for another.
 */
@Component
public class Seals {

    private static final int SECRET_BYTES = 32;

    private final JdbcClient sql;
    private final TransactionTemplate byItself;
    private final Map<String, byte[]> secrets = new ConcurrentHashMap<>();

    public Seals(JdbcClient sql, PlatformTransactionManager transactions) {
        this.sql = sql;
        byItself = new TransactionTemplate(transactions);
        // What is remembered here must stay stored, whatever becomes of the work that asked first.
        byItself.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** @param purpose at most 40 characters; the name of the secret */
    public byte[] seal(String purpose, byte[] content) {
        return HmacUtils.getInitializedMac(HMAC_SHA_256, secrets.computeIfAbsent(purpose, this::stored))
                .doFinal(content);
    }

    /** In constant time, so that nobody guesses a seal byte by byte. */
    public boolean isGenuine(String purpose, byte[] content, byte[] seal) {
        return MessageDigest.isEqual(seal, seal(purpose, content));
    }

    private byte[] stored(String purpose) {
        return read(purpose).orElseGet(() -> {
            try {
                var made = new byte[SECRET_BYTES];
                new SecureRandom().nextBytes(made);
                byItself.executeWithoutResult(status -> sql.sql("insert into secret (name, base64) values (?, ?)")
                        .param(purpose)
                        .param(Base64.getEncoder().encodeToString(made))
                        .update());
            } catch (DuplicateKeyException otherNodeWasFaster) {
                // its secret is the one that counts
            }
            return read(purpose).orElseThrow();
        });
    }

    private Optional<byte[]> read(String purpose) {
        Optional<String> stored = byItself.execute(status -> sql.sql("select base64 from secret where name = ?")
                .param(purpose)
                .query(String.class)
                .optional());
        return Optional.ofNullable(stored).flatMap(found -> found).map(Base64.getDecoder()::decode);
    }
}
