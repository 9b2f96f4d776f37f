package io.tandem.channel.mail;

import io.tandem.channel.PartedAddresses.Parted;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Whose words are the customer's on a ticket: addresses that wrote it, or that we wrote to. Knowing a ticket's key is not
 * enough, for mails are forwarded.
 */
@Component
class Parties {

    private final JdbcClient sql;

    Parties(JdbcClient sql) {
        this.sql = sql;
    }

    boolean isKnown(UUID ticket, MailAddress address) {
        return count("ticket = ? and address = ?", ticket, address.toString()) > 0;
    }

    private long count(String which, Object... values) {
        return sql.sql("select count(*) from mail_party where " + which)
                .params(values)
                .query(Long.class)
                .single();
    }

    /** Whether this address has answered a mail of ours: so it was no other who wrote in its name. */
    boolean isProven(MailAddress address) {
        return isProven(address.toString());
    }

    boolean isProven(String address) {
        return count("address = ? and proven", address) > 0;
    }

    /** Whether nothing that is written automatically may go there, for it would be answered automatically. */
    boolean isQuiet(UUID ticket, MailAddress address) {
        return count("ticket = ? and address = ? and quiet", ticket, address.toString()) > 0;
    }

    void add(UUID ticket, MailAddress address, boolean quiet) {
        if (isKnown(ticket, address)) return;
        sql.sql("insert into mail_party (ticket, address, proven, quiet) values (?, ?, false, ?)")
                .param(ticket)
                .param(address.toString())
                .param(quiet)
                .update();
    }

    /**
     * A person wrote from there with the key that only our mails have.
     *
     * @param ticket held by the caller
     * @return false if it does not belong there any more
     */
    boolean prove(UUID ticket, MailAddress address) {
        return sql.sql("update mail_party set proven = true, quiet = false where ticket = ? and address = ?")
                        .param(ticket)
                        .param(address.toString())
                        .update()
                > 0;
    }

    /** Mails with the keys of the customer's tickets lie there still: whoever answers them now is a stranger. */
    @EventListener
    void parted(Parted parted) {
        if (!parted.address().kind().equals(MailChannel.ADDRESSES)) return;
        sql.sql("delete from mail_party where address = ? and ticket in (select id from ticket where customer = ?)")
                .params(parted.address().text(), parted.customer())
                .update();
    }
}
