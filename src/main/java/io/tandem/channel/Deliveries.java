package io.tandem.channel;

import io.tandem.channel.OtherWays.Way;
import io.tandem.ticket.Tickets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What became of the messages that are to leave the house. */
@Component
public class Deliveries {

    /**
     * Stored, and a later step sends it; waiting for its channel; waiting there until the customer writes, which is stored as
     * waiting; taken by the channel; known to have reached the customer; known that it never will.
     */
    public enum State {
        PENDING,
        QUEUED,
        AWAITS_CUSTOMER,
        SENT,
        DELIVERED,
        FAILED
    }

    private final JdbcClient sql;
    private final Tickets tickets;
    private final Outbox outbox;
    private final OtherWays ways;
    private final Setbacks setbacks;
    private final Clock clock;

    Deliveries(JdbcClient sql, Tickets tickets, Outbox outbox, OtherWays ways, Setbacks setbacks, Clock clock) {
        this.sql = sql;
        this.tickets = tickets;
        this.outbox = outbox;
        this.ways = ways;
        this.setbacks = setbacks;
        this.clock = clock;
    }

    /** The message is stored; a later step sends it. */
    public void await(UUID message) {
        sql.sql("insert into delivery (message, state, recorded_at) values (?, ?, ?)")
                .params(message, State.PENDING.name(), Timestamp.from(clock.instant()))
                .update();
    }

    /** Empty for what nobody has sent or is to send yet. */
    Optional<State> stateOf(UUID message) {
        return sql.sql("select state from delivery where message = ?")
                .param(message)
                .query(String.class)
                .optional()
                .map(State::valueOf);
    }

    /** Whether it is known that it will never arrive: whoever has it in their hands still lets it be. */
    public boolean isGivenUp(UUID message) {
        return stateOf(message).filter(State.FAILED::equals).isPresent();
    }

    /**
     * Whether it is on its way to its channel: what the provider has taken of it may not be recorded yet. What waits for its
     * customer is not: for days nothing will be recorded of it, and a provider that is told to come back later comes in vain.
     */
    public boolean isQueued(UUID message) {
        return sql.sql(
                                "select count(*) from delivery where message = ? and state = 'QUEUED' and awaits_customer is null")
                        .param(message)
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** The provider says that the message has reached the customer. */
    @Transactional
    public void delivered(String channel, String providerId) {
        named(channel, providerId).ifPresent(message -> {
            var news = sql.sql(
                            "update delivery set state = 'DELIVERED', recorded_at = ? where message = ? and state = 'SENT'")
                    .params(Timestamp.from(clock.instant()), message)
                    .update();
            if (news > 0) tickets.stirred(ticketOf(message));
        });
    }

    /**
     * The provider says that the message, which it had taken, did not reach the customer.
     *
     * @param reason for agents and operators: short, and without a word of the message
     */
    public void failed(String channel, String providerId, String reason) {
        named(channel, providerId).ifPresent(message -> setbacks.neverArrives(message, reason));
    }

    /** As {@link #failed}: there is no such address, and nobody has ever been met there. */
    public void nobodyThere(String channel, String providerId, String reason) {
        named(channel, providerId).ifPresent(message -> setbacks.nobodyThere(message, reason));
    }

    /**
     * The provider says of a message, which it had taken, that the customer has to write first: it is to be sent anew, unless
     * its address is not theirs any more.
     *
     * @return its address; nothing if it is not ours, or if something else is known of it by now
     */
    @Transactional
    public Optional<String> cameBack(String channel, String providerId) {
        return named(channel, providerId).flatMap(message -> {
            var ticket = tickets.lockSurvivor(ticketOf(message));
            if (!outbox.takeBack(message)) return Optional.empty();
            var address = outbox.addressOf(message);
            address.filter(there -> !ways.isTheirs(ticket, new Way(channel, there)))
                    .ifPresent(parted -> setbacks.parted(message, parted));
            tickets.stirred(ticket.id());
            return address;
        });
    }

    /** The ticket of the message that the provider knows by this id. */
    public Optional<UUID> ticketNamed(String channel, String providerId) {
        return named(channel, providerId).map(this::ticketOf);
    }

    private Optional<UUID> named(String channel, String providerId) {
        return sql
                .sql("select message from delivery where channel = ? and provider_id = ?")
                .params(channel, providerId)
                .query(UUID.class)
                .list()
                .stream()
                .findFirst();
    }

    private UUID ticketOf(UUID message) {
        return sql.sql("select ticket from message where id = ?")
                .param(message)
                .query(UUID.class)
                .single();
    }

    /**
     * What became of a message.
     *
     * @param reason why it has not been sent yet or never will be
     * @param channel the way that it goes; none yet as long as it is pending
     */
    public record Fate(
            State state, @Nullable String reason, @Nullable String channel) {}

    /** The ticket's messages that are stored and wait for a later step to send them. */
    public Set<UUID> pendingOn(UUID ticket) {
        return of(ticket).entrySet().stream()
                .filter(message -> message.getValue().state() == State.PENDING)
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** What became of each of the ticket's messages that are to leave the house. */
    public Map<UUID, Fate> of(UUID ticket) {
        var fates = new HashMap<UUID, Fate>();
        sql.sql("select d.message, d.state, d.reason, d.channel, d.awaits_customer from delivery d"
                        + " join message m on m.id = d.message where m.ticket = ?")
                .param(ticket)
                .query(row -> {
                    fates.put(row.getObject("message", UUID.class), fate(row));
                });
        return fates;
    }

    private static Fate fate(ResultSet row) throws SQLException {
        var state = State.valueOf(row.getString("state"));
        var awaits = state == State.QUEUED && row.getTimestamp("awaits_customer") != null;
        return new Fate(awaits ? State.AWAITS_CUSTOMER : state, row.getString("reason"), row.getString("channel"));
    }
}
