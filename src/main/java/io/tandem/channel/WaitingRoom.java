package io.tandem.channel;

import io.tandem.channel.OtherWays.Way;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where messages wait that only their customer can let through. What is said after such a message on its ticket waits behind
 * it, and goes where it goes, so that all of it is read in its order.
 */
@Component
class WaitingRoom {

    /** Another address may be proven meanwhile. */
    private static final Duration LOOK_EVERY = Duration.ofMinutes(5);

    private static final String ITSELF =
            " where message = :message and state = 'QUEUED' and hurried = :hurried and not diverted";
    private static final String THOSE_BEHIND = " where state = 'QUEUED' and channel = :channel and address = :address"
            + " and (claimed_until is null or claimed_until < :now) and message in"
            + " (select b.id from message a join message b on b.ticket = a.ticket where a.id = :message)";

    private final JdbcClient sql;
    private final Clock clock;

    WaitingRoom(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /**
     * They leave by another way, where they are claimed like any other.
     *
     * @return false if the customer has written meanwhile, or if it has gone another way before
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean leave(Claimed claimed, Way here, Way there) {
        var row = row(claimed, here);
        row.put("channelThere", there.channel());
        row.put("addressThere", there.address());
        var going =
                "update delivery set channel = :channelThere, address = :addressThere, queued_at = :now, due_at = :now,"
                        + " claimed_until = null, attempts = 0, downs = 0, down_at = null, reason = null, awaits_customer = null,"
                        + " diverted = true";
        if (sql.sql(going + ITSELF).params(row).update() == 0) return false;
        sql.sql(going + THOSE_BEHIND).params(row).update();
        return true;
    }

    /** They wait. If the customer has written meanwhile, they are tried again at once instead. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void enter(Claimed claimed, Way here, String reason) {
        var row = row(claimed, here);
        row.put("next", Timestamp.from(clock.instant().plus(LOOK_EVERY)));
        row.put("reason", reason);
        var waits = sql.sql("update delivery set claimed_until = null, reason = :reason,"
                        + " awaits_customer = coalesce(awaits_customer, :now), queued_at = :next, due_at = :next"
                        + " where message = :message and state = 'QUEUED' and hurried = :hurried")
                .params(row)
                .update();
        sql.sql(
                        waits > 0
                                ? "update delivery set awaits_customer = :now" + THOSE_BEHIND
                                        + " and awaits_customer is null"
                                : "update delivery set claimed_until = null where message = :message and state = 'QUEUED'")
                .params(row)
                .update();
    }

    private Map<String, Object> row(Claimed claimed, Way here) {
        var row = new HashMap<String, Object>();
        row.put("message", claimed.message());
        row.put("hurried", claimed.hurried());
        row.put("channel", here.channel());
        row.put("address", here.address());
        row.put("now", Timestamp.from(clock.instant()));
        return row;
    }
}
