package io.tandem.channel.webhook;

import io.tandem.api.Problem;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.commons.codec.digest.DigestUtils;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * What systems have posted. The same again is what a careful sender does that heard no answer: it gets the one that it missed.
 * Something else under an id that is taken is refused.
 */
@Component
class Received {

    /** Longer than any sender tries again; messages are recognized for ever by their ids. */
    private static final Duration KEPT_FOR = Duration.ofDays(14);

    private final JdbcClient sql;
    private final Clock clock;

    Received(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /**
     * The answer to what was posted; worked out if there is none yet.
     *
     * @param work can be done again without harm: two may arrive at once, and a program can be killed in the middle
     * @throws Problem if something else was posted under this id
     */
    String answer(String channel, String id, byte[] body, Supplier<String> work) {
        var hash = DigestUtils.sha256Hex(body);
        if (!claim(channel, id, hash)) {
            var before = find(channel, id);
            if (before.isPresent() && !before.get().hash().equals(hash))
                throw new Problem(HttpStatus.CONFLICT, "webhookReplayed");
            if (before.isPresent() && before.get().answer().isPresent())
                return before.get().answer().get();
        }
        try {
            return keep(channel, id, work.get());
        } catch (Problem refused) {
            forget(channel, id);
            throw refused;
        }
    }

    private boolean claim(String channel, String id, String hash) {
        try {
            sql.sql("insert into webhook_delivery (channel, id, body_hash, received_at) values (?, ?, ?, ?)")
                    .params(channel, id, hash, Timestamp.from(clock.instant()))
                    .update();
            return true;
        } catch (DuplicateKeyException taken) {
            return false;
        }
    }

    private record Before(String hash, Optional<String> answer) {}

    private Optional<Before> find(String channel, String id) {
        return sql.sql("select body_hash, answer from webhook_delivery where channel = ? and id = ?")
                .params(channel, id)
                .query((row, number) -> new Before(row.getString(1), Optional.ofNullable(row.getString(2))))
                .optional();
    }

    private String keep(String channel, String id, String answer) {
        sql.sql("update webhook_delivery set answer = ? where channel = ? and id = ?")
                .params(answer, channel, id)
                .update();
        return answer;
    }

    /** It was refused: its sender may mend it and post it again. */
    private void forget(String channel, String id) {
        sql.sql("delete from webhook_delivery where channel = ? and id = ? and answer is null")
                .params(channel, id)
                .update();
    }

    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT5M")
    void sweep() {
        sql.sql("delete from webhook_delivery where received_at < ?")
                .param(Timestamp.from(clock.instant().minus(KEPT_FOR)))
                .update();
    }
}
