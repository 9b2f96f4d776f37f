package io.tandem.channel.whatsapp;

import io.tandem.process.Transactions;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Until when customers may be written to freely: for a day after their own last message. */
@Component
class Windows {

    private static final Duration OPEN_FOR = Duration.ofHours(24);
    /** What is on its way when the window closes would be refused. */
    private static final Duration MARGIN = Duration.ofMinutes(1);

    /** Longer than it takes to ask: whoever had begun has ended. */
    private static final Duration INVITING = Duration.ofMinutes(2);

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
        return openUntil(customer).isPresent();
    }

    /** Empty if it is closed. */
    Optional<Instant> openUntil(String customer) {
        return sql.sql("select open_until from whatsapp_window where customer = ? and open_until > ?")
                .params(customer, soon())
                .query((row, number) -> row.getTimestamp("open_until").toInstant())
                .optional();
    }

    private Timestamp soon() {
        return Timestamp.from(clock.instant().plus(MARGIN));
    }

    /** WhatsApp counts otherwise than we did; unless the customer has written since, that is. */
    void closed(String customer, Instant until) {
        sql.sql("update whatsapp_window set open_until = ? where customer = ? and open_until = ?")
                .params(Timestamp.from(clock.instant()), customer, Timestamp.from(until))
                .update();
    }

    /** WhatsApp let nothing through then; unless the customer has written since, that is. */
    void wasClosed(String customer, Instant then) {
        var now = Timestamp.from(clock.instant());
        sql.sql("update whatsapp_window set open_until = ? where customer = ? and open_until > ? and open_until < ?")
                .params(now, customer, now, Timestamp.from(then.plus(OPEN_FOR)))
                .update();
    }

    /**
     * Begins to ask the customer to reply, unless somebody has done so since they wrote last, or is at it.
     *
     * @return whether the caller is to ask; {@link #invited} or {@link #notInvited} follows
     */
    boolean beginInvitation(String customer) {
        var now = clock.instant();
        return transactions.inOne(() -> {
            if (!exists("1 = 1", customer)) insert(customer, Timestamp.from(now));
            var begun = sql.sql("update whatsapp_window set invited_at = :now, invitation = null,"
                            + " open_until = least(open_until, :now) where customer = :customer and open_until <= :soon"
                            + " and (invited_at is null or invited_at < open_until"
                            + " or invitation is null and invited_at < :givenUp)")
                    .param("now", Timestamp.from(now))
                    .param("customer", customer)
                    .param("soon", soon())
                    .param("givenUp", Timestamp.from(now.minus(INVITING)))
                    .update();
            return begun > 0;
        });
    }

    /** @param invitation WhatsApp's id of the template that asks them to reply */
    void invited(String customer, String invitation) {
        sql.sql("update whatsapp_window set invitation = ? where customer = ?")
                .params(invitation, customer)
                .update();
    }

    void notInvited(String customer) {
        sql.sql("update whatsapp_window set invited_at = null where customer = ? and invitation is null")
                .param(customer)
                .update();
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
