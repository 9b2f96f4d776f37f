package io.tandem.retention;

import io.tandem.retention.Retention.Limits;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/**
 * Rows that go by their age alone. Whatever belongs to a ticket goes with it ({@link OldTickets}); what is removed by those
 * who keep it stands in docs/retention.md, too.
 *
 * <p>Where a key is a UUIDv7 it tells when the row was made, and so its own index finds the old ones: {@code :id}.
 */
enum OldRow {
    DELIVERIES(
            Limits::deliveries,
            "select message from delivery where message < :id and state in ('SENT', 'DELIVERED', 'FAILED')"
                    + " order by message",
            "delete from delivery where message in (:keys)"),
    /** The mails of tickets, as they came; what they say is the ticket's. */
    MAIL_BYTES(
            Limits::deliveries,
            "select p.mail from mail_piece p join mail m on m.id = p.mail where p.mail < :id and p.position = 0"
                    + " and m.state in ('TAKEN', 'NOTED') order by p.mail",
            "delete from mail_piece where mail in (:keys)"),
    MAILS_OF_NO_TICKET(
            Limits::deliveries,
            "select id from mail where state in ('ASIDE', 'QUARANTINED', 'DISMISSED') and received_at < :moment"
                    + " and ticket is null order by received_at",
            "delete from mail where id in (:keys)"),
    /** Codes, and what was sent on tickets that went before. */
    SENT_MAILS(
            Limits::conversation,
            "select s.message from mail_sent s where s.message < :id"
                    + " and not exists (select 1 from ticket t where t.id = s.ticket) order by s.message",
            "delete from mail_sent where message in (:keys)"),
    /** Held by whoever counts; whoever finds none makes it anew. */
    MAIL_ALLOWANCES(
            Limits::deliveries,
            "select a.address from mail_allowance a where not exists (select 1 from mail_sent s"
                    + " where s.address = a.address and s.begun_at >= :moment)",
            "delete from mail_allowance where address in (:keys)"),
    ROLL_OUTS(
            Limits::conversation,
            "select id from process_migration where started_at < :moment and running is null order by started_at",
            "delete from process_migration where id in (:keys)"),
    MONTHS(
            Limits::figures,
            "select in_month from month_drawn_up where in_month < :month order by in_month",
            "delete from counted_agent where in_month in (:keys)",
            "delete from group_figure where in_month in (:keys)",
            "delete from look where in_month in (:keys)",
            "delete from month_drawn_up where in_month in (:keys)"),
    DAYS(
            Limits::figures,
            "select happened_on from past_figure where happened_on < :day",
            "delete from past_figure where happened_on in (:keys)");

    private final Function<Limits, Instant> limit;
    private final String find;
    private final List<String> remove;

    OldRow(Function<Limits, Instant> limit, String find, String... remove) {
        this.limit = limit;
        this.find = find;
        this.remove = List.of(remove);
    }

    Instant limit(Limits limits) {
        return limit.apply(limits);
    }

    /** Finds the keys by {@code :id}, {@code :moment}, {@code :day} or {@code :month}. */
    String find() {
        return find;
    }

    /** One after the other, each with {@code :keys}. */
    List<String> remove() {
        return remove;
    }
}
