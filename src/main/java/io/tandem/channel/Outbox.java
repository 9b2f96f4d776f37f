package io.tandem.channel;

import io.tandem.channel.Deliveries.State;
import io.tandem.channel.OtherWays.Way;
import io.tandem.ticket.Message;
import io.tandem.ticket.Ticket;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What waits to leave the house, in the order in which it was said on each ticket. A node that sends something has claimed it
 * before ({@link Claims}).
 */
@Component
class Outbox {

    private static final String IF_AWAITED = "case when exists (select 1 from delivery f where f.channel = :channel"
            + " and f.address = :address and f.state = 'QUEUED' and f.awaits_customer is not null)"
            + " then cast(:now as timestamp with time zone) end";

    private static final String IF_IN_NO_HANDS =
            " where message = ? and state = 'QUEUED' and (claimed_until is null or claimed_until < ?)";

    /** Something waits; told after the commit. */
    record Queued() {}

    private final JdbcClient sql;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Outbox(JdbcClient sql, ApplicationEventPublisher events, Clock clock) {
        this.sql = sql;
        this.events = events;
        this.clock = clock;
    }

    /** Customers fetch it themselves: to store is to send. */
    void recordFetched(Ticket ticket, Message message, boolean known) {
        put(ticket, message, State.SENT, false, known);
    }

    /**
     * It waited for another channel; now customers fetch it themselves.
     *
     * @return false if it does not wait any more, or a node has it in its hands: it may be there already
     */
    boolean recordFetched(UUID message, String channel) {
        var now = Timestamp.from(clock.instant());
        return sql.sql(
                                "update delivery set state = 'SENT', recorded_at = ?, channel = ?, address = null, awaits_customer = null,"
                                        + " reason = null, claimed_until = null" + IF_IN_NO_HANDS)
                        .params(now, channel, message, now)
                        .update()
                > 0;
    }

    /**
     * It waits for another channel from now on.
     *
     * @return false if it does not wait any more, or a node has it in its hands: it may be there already
     */
    boolean redirect(UUID message, Way way) {
        var now = Timestamp.from(clock.instant());
        var redirected = sql.sql(
                                "update delivery set channel = ?, address = ?, queued_at = ?, due_at = ?, attempts = 0, downs = 0,"
                                        + " down_at = null, reason = null, awaits_customer = null, claimed_until = null"
                                        + IF_IN_NO_HANDS)
                        .params(way.channel(), way.address(), now, now, message, now)
                        .update()
                > 0;
        if (redirected) events.publishEvent(new Queued());
        return redirected;
    }

    /** It waits for the ticket's channel from now on. */
    void queue(Ticket ticket, Message message, boolean asksRating, boolean known) {
        put(ticket, message, State.QUEUED, asksRating, known);
        events.publishEvent(new Queued());
    }

    /**
     * Where something waits until the customer writes, it waits with it.
     *
     * @param known whether its row is there and waits to be sent
     */
    private void put(Ticket ticket, Message message, State state, boolean asksRating, boolean known) {
        var row = new HashMap<String, @Nullable Object>();
        row.put("state", state.name());
        row.put("now", Timestamp.from(clock.instant()));
        row.put("channel", ticket.channel());
        row.put("address", ticket.address().orElse(null));
        row.put("asksRating", asksRating);
        row.put("message", message.id());
        // What is fetched waits for nobody.
        var awaited = state == State.QUEUED ? IF_AWAITED : "null";
        var statement = known
                ? "update delivery set state = :state, recorded_at = :now, channel = :channel, address = :address,"
                        + " asks_rating = :asksRating, queued_at = :now, due_at = :now, awaits_customer = " + awaited
                        + " where message = :message"
                : "insert into delivery (state, recorded_at, channel, address, asks_rating, queued_at, due_at,"
                        + " awaits_customer, message) values (:state, :now, :channel, :address, :asksRating, :now, :now, "
                        + awaited + ", :message)";
        sql.sql(statement).params(row).update();
    }

    /** Where the message goes. */
    Optional<String> addressOf(UUID message) {
        return sql.sql("select address from delivery where message = ? and address is not null")
                .param(message)
                .query(String.class)
                .optional();
    }

    void recordSent(UUID message, Receipt receipt) {
        sql.sql(
                        "update delivery set state = 'SENT', recorded_at = ?, provider_id = ?, claimed_until = null, reason = null"
                                + " where message = ? and state = 'QUEUED'")
                .param(Timestamp.from(clock.instant()))
                .param(receipt.providerId())
                .param(message)
                .update();
    }

    /**
     * It is tried again then.
     *
     * @return false if it has been given up meanwhile
     */
    boolean putBack(UUID message, int attempts, Instant dueAt, String reason) {
        return sql.sql(
                                "update delivery set attempts = ?, due_at = ?, reason = ?, claimed_until = null where message = ?"
                                        + " and state = 'QUEUED'")
                        .params(attempts, Timestamp.from(dueAt), reason, message)
                        .update()
                > 0;
    }

    /** It found its channel down. */
    void recordDown(UUID message, int downs) {
        sql.sql("update delivery set downs = ?, down_at = ? where message = ?")
                .params(downs, Timestamp.from(clock.instant()), message)
                .update();
    }

    /**
     * What was sent has not been let through: it waits to be sent anew.
     *
     * @return false if it is not known as sent
     */
    boolean takeBack(UUID message) {
        var now = Timestamp.from(clock.instant());
        var taken = sql.sql("update delivery set state = 'QUEUED', recorded_at = ?, queued_at = ?, due_at = ?,"
                                + " provider_id = null, attempts = 0, downs = 0, down_at = null, awaits_customer = null"
                                + " where message = ? and state = 'SENT'")
                        .params(now, now, now, message)
                        .update()
                > 0;
        if (taken) events.publishEvent(new Queued());
        return taken;
    }

    /** What waits for this address is tried at once; for what had to wait for the customer, time begins anew. */
    int hurry(String channel, String address) {
        var now = Timestamp.from(clock.instant());
        var waiting = sql.sql("update delivery set due_at = ?, hurried = hurried + 1, awaits_customer = null,"
                        + " queued_at = case when awaits_customer is null then queued_at else ? end"
                        + " where channel = ? and address = ? and state = 'QUEUED'")
                .params(now, now, channel, address)
                .update();
        if (waiting > 0) events.publishEvent(new Queued());
        return waiting;
    }
}
