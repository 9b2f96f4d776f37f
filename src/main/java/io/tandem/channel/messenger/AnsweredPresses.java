package io.tandem.channel.messenger;

import io.tandem.process.Transactions;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Which presses have been answered: providers tell of them again, and customers want to read one answer. */
@Component
public class AnsweredPresses {

    /** Longer than any provider repeats itself. */
    private static final Duration KEPT = Duration.ofDays(14);

    private final JdbcClient sql;
    private final Transactions transactions;
    private final Clock clock;

    AnsweredPresses(JdbcClient sql, Transactions transactions, Clock clock) {
        this.sql = sql;
        this.transactions = transactions;
        this.clock = clock;
    }

    public boolean contains(String channel, String providerId) {
        return sql.sql("select count(*) from messenger_press where channel = ? and provider_id = ?")
                        .params(channel, providerId)
                        .query(Long.class)
                        .single()
                > 0;
    }

    public void add(String channel, String providerId) {
        transactions.inOne(() -> {
            if (contains(channel, providerId)) return;
            sql.sql("insert into messenger_press (channel, provider_id, pressed_at) values (?, ?, ?)")
                    .params(channel, providerId, Timestamp.from(clock.instant()))
                    .update();
        });
    }

    @Scheduled(fixedDelayString = "PT6H", initialDelayString = "PT10M")
    void sweep() {
        sql.sql("delete from messenger_press where pressed_at < ?")
                .param(Timestamp.from(clock.instant().minus(KEPT)))
                .update();
    }
}
