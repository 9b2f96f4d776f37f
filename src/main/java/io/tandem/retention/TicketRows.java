package io.tandem.retention;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * All rows that belong to tickets, in the order in which they may go. A test looks through the whole database for what a
 * forgotten ticket has left behind: whoever adds a table that names a ticket or a message adds it here.
 */
@Component
class TicketRows {

    /** Their own rows go along: an attachment's bytes, a message's parts in a messenger, a request's news. */
    private static final List<String> OF_MESSAGES = List.of(
            "delete from attachment where message in (:messages)",
            "delete from colleague_request where note in (:messages)",
            "delete from delivery where message in (:messages)",
            "delete from message where id in (:messages)");

    private static final List<String> OF_TICKETS = List.of(
            "delete from answer where ticket in (:tickets)",
            "delete from brief where ticket in (:tickets)",
            "delete from draft where ticket in (:tickets)",
            "delete from drafted_reply where ticket in (:tickets)",
            "delete from rating where ticket in (:tickets)",
            "delete from service_clock where ticket in (:tickets)",
            "delete from ticket_relation where ticket in (:tickets) or other in (:tickets)",
            "delete from mail where ticket in (:tickets)",
            "delete from mail_party where ticket in (:tickets)",
            "delete from mail_sent where ticket in (:tickets)",
            "delete from address_proof where ticket in (:tickets)",
            // Somebody who holds the row has read it before, and does so again if it changed under their hands.
            "update ticket set previous = null, version = version + 1 where previous in (:tickets)",
            "update ticket set merged_into = null where id in (:tickets)",
            "delete from ticket where id in (:tickets)");

    private static final int AT_ONCE = 500;

    private final JdbcClient sql;

    TicketRows(JdbcClient sql) {
        this.sql = sql;
    }

    /** In the caller's transaction, who holds the tickets. */
    void remove(Collection<UUID> tickets) {
        var messages = sql.sql("select id from message where ticket in (:tickets)")
                .param("tickets", tickets)
                .query(UUID.class)
                .list();
        for (int at = 0; at < messages.size(); at += AT_ONCE) {
            var some = messages.subList(at, Math.min(at + AT_ONCE, messages.size()));
            OF_MESSAGES.forEach(
                    statement -> sql.sql(statement).param("messages", some).update());
        }
        OF_TICKETS.forEach(
                statement -> sql.sql(statement).param("tickets", tickets).update());
    }
}
