package io.tandem.channel.whatsapp;

import io.tandem.process.Transactions;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Until when customers may be written to freely: for a day after their own last message. */
@Component
class Windows {

    private static final Duration OPEN_FOR = Duration.ofHours(24);
    /** What is on its way when the window closes would be refused. */
    private static final Duration MARGIN = Duration.ofMinutes(1);

    private static final Duration KEPT = Duration.ofDays(30);

    private final JdbcClient sql;
    private final Transactions transactions;
    private final Clock clock;

    Windows(JdbcClient sql, Transactions transactions, Clock clock) {
        this.sql = sql;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** @param at when the customer wrote; messages come in any order */
    void opened(String customer, Instant at) {
        var until = Timestamp.from(at.plus(OPEN_FOR));
        transactions.inOne(() -> {
            var known = sql.sql("update whatsapp_window set open_until = greatest(open_until, ?) where customer = ?")
                    .param(until)
                    .param(customer)
                    .update();
            if (known == 0) insert(customer, until);
        });
    }

    private void insert(String customer, Timestamp until) {
        sql.sql("insert into whatsapp_window (customer, open_until) values (?, ?)")
                .param(customer)
                .param(until)
                .update();
    }

    boolean isOpen(String customer) {
        return exists("open_until > ?", customer, Timestamp.from(clock.instant().plus(MARGIN)));
    }

    /** WhatsApp counts otherwise than we do. */
    void closed(String customer) {
        sql.sql("update whatsapp_window set open_until = ? where customer = ?")
                .param(Timestamp.from(clock.instant()))
                .param(customer)
                .update();
    }

    /** Whether the customer has been asked to reply since they wrote last. */
    boolean isInvited(String customer) {
        return exists("invited_at >= open_until", customer);
    }

    /** @param invitation WhatsApp's id of the template that asks them to reply */
    void invited(String customer, String invitation) {
        var now = Timestamp.from(clock.instant());
        transactions.inOne(() -> {
            if (!exists("1 = 1", customer)) insert(customer, now);
            sql.sql("update whatsapp_window set invitation = ?, invited_at = ?, open_until = least(open_until, ?)"
                            + " where customer = ?")
                    .param(invitation)
                    .param(now)
                    .param(now)
                    .param(customer)
                    .update();
        });
    }

    private boolean exists(String condition, Object... parameters) {
        return sql.sql("select count(*) from whatsapp_window where customer = ? and " + condition)
                        .params(parameters)
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** Whether this message is one that asked the customer to reply. */
    boolean isInvitation(String customer, String message) {
        return exists("invitation = ?", customer, message);
    }

    @Scheduled(fixedDelayString = "PT6H", initialDelayString = "PT10M")
    void sweep() {
        var longAgo = Timestamp.from(clock.instant().minus(KEPT));
        sql.sql("delete from whatsapp_window where open_until < ? and (invited_at is null or invited_at < ?)")
                .param(longAgo)
                .param(longAgo)
                .update();
    }
}
