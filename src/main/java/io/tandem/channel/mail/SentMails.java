package io.tandem.channel.mail;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What was sent, or is about to be: counted in the database, so that limits hold over nodes and restarts. */
@Component
class SentMails {

    private static final String FIELDS = "message, ticket, mailbox, address, message_id";

    private final JdbcClient sql;
    private final Clock clock;

    SentMails(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    Optional<SentMail> find(UUID message) {
        return sql.sql("select " + FIELDS + " from mail_sent where message = ?")
                .param(message)
                .query(SentMails::sent)
                .optional();
    }

    /** The Message-IDs on a ticket, in the order in which they were sent. */
    List<String> idsOn(UUID ticket) {
        return sql.sql("select message_id from mail_sent where ticket = ? and not held_back order by begun_at")
                .param(ticket)
                .query(String.class)
                .list();
    }

    /** @return nothing if it was never begun */
    Optional<Boolean> heldBack(UUID message) {
        return sql.sql("select held_back from mail_sent where message = ?")
                .param(message)
                .query(Boolean.class)
                .optional();
    }

    void begin(SentMail mail, boolean automatic, boolean heldBack) {
        sql.sql("insert into mail_sent (" + FIELDS
                        + ", automatic, held_back, begun_at) values (?, ?, ?, ?, ?, ?, ?, ?)")
                .param(mail.message())
                .param(mail.ticket())
                .param(mail.mailbox())
                .param(mail.address())
                .param(mail.messageId())
                .param(automatic)
                .param(heldBack)
                .param(Timestamp.from(clock.instant()))
                .update();
    }

    /** Until the end of the transaction nobody else counts what goes to this address. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void holdAllowance(MailAddress address) {
        var there = sql.sql("select address from mail_allowance where address = ? for update")
                .param(address.toString())
                .query(String.class)
                .optional();
        if (there.isPresent()) return;
        sql.sql("insert into mail_allowance (address) values (?)")
                .param(address.toString())
                .update();
    }

    long automaticTo(MailAddress address, Duration within) {
        return automatic("address = ?", address.toString(), within);
    }

    long automaticOn(UUID ticket, Duration within) {
        return automatic("ticket = ?", ticket, within);
    }

    private long automatic(String which, Object value, Duration within) {
        return sql.sql("select count(*) from mail_sent where automatic and not held_back and begun_at > ? and " + which)
                .param(Timestamp.from(since(within)))
                .param(value)
                .query(Long.class)
                .single();
    }

    private Instant since(Duration within) {
        return clock.instant().minus(within);
    }

    private static SentMail sent(ResultSet row, int n) throws SQLException {
        return new SentMail(
                row.getObject("message", UUID.class),
                row.getObject("ticket", UUID.class),
                row.getString("mailbox"),
                row.getString("address"),
                row.getString("message_id"));
    }
}
