package io.tandem.ticket;

import com.github.f4b6a3.uuid.UuidCreator;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.jdbc.core.JdbcAggregateTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * All tickets. Whoever moves a ticket takes its row first ({@link #lock}), so that a customer who writes, an agent who
 * replies and a step of the process never decide about the same ticket at the same time.
 */
@Component
public class Tickets {

    private final JdbcAggregateTemplate rows;
    private final JdbcClient sql;
    private final RowMapper<Ticket> row;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Tickets(
            JdbcAggregateTemplate rows,
            JdbcClient sql,
            RowMapper<Ticket> row,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.sql = sql;
        this.events = events;
        this.clock = clock;
        this.row = row;
    }

    public Ticket open(Ticket.Opening opening) {
        var number =
                sql.sql("select nextval('ticket_number')").query(Long.class).single();
        var id = UuidCreator.getTimeOrderedEpoch();
        LoggedTicket.inTransaction(id);
        return save(Ticket.open(id, number, opening, clock.instant()));
    }

    public Optional<Ticket> find(UUID id) {
        return Optional.ofNullable(rows.findById(id, Ticket.class));
    }

    /** @throws UnknownTicket if there is none with this id */
    public Ticket get(UUID id) {
        return find(id).orElseThrow(() -> new UnknownTicket(id));
    }

    /** The ticket, held until the end of the transaction: others who want to move it wait. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Ticket lock(UUID id) {
        LoggedTicket.inTransaction(id);
        return sql.sql("select * from ticket where id = ? for update")
                .param(id)
                .query(row)
                .optional()
                .orElseThrow(() -> new UnknownTicket(id));
    }

    /** As {@link #lock}, but the ticket in which this one goes on, if it was merged. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Ticket lockSurvivor(UUID id) {
        var ticket = lock(survivorOf(get(id)).id());
        while (ticket.mergedInto().isPresent())
            ticket = lock(ticket.mergedInto().get());
        return ticket;
    }

    /** The ticket in which this one goes on: itself, if it was never merged. */
    public Ticket survivorOf(Ticket ticket) {
        var survivor = ticket;
        while (survivor.mergedInto().isPresent())
            survivor = get(survivor.mergedInto().get());
        return survivor;
    }

    /** Two tickets, held in an order that is the same for everybody, so that nobody waits for one another. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void lockBoth(UUID one, UUID other) {
        lock(one.compareTo(other) < 0 ? one : other);
        lock(one.compareTo(other) < 0 ? other : one);
    }

    /** All tickets of a customer, held in the order in which {@link #lockBoth} holds two. */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Ticket> lockAll(UUID customer) {
        return sql.sql("select id from ticket where customer = ?").param(customer).query(UUID.class).list().stream()
                .sorted()
                .map(this::lock)
                .toList();
    }

    /** All tickets of one customer become another's. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void moveAll(UUID from, UUID to) {
        lockAll(from).forEach(ticket -> {
            ticket.isOf(to);
            save(ticket);
        });
    }

    public Optional<Ticket> byNumber(long number) {
        return ids("select id from ticket where number = ?", number).findFirst();
    }

    /** The customer's tickets that are still open, the latest first. */
    public List<Ticket> openOf(UUID customer) {
        return ids(
                        "select id from ticket where customer = ? and state = 'OPEN' order by number desc limit 50",
                        customer)
                .toList();
    }

    /**
     * The ticket to which the customer writes on: the latest that came by this address and can still be reopened, else the
     * latest open one, whichever way it came.
     */
    public Optional<Ticket> latestOf(UUID customer, String channel, String address) {
        return sql.sql("select id from ticket where customer = :customer and merged_into is null and (state = 'OPEN'"
                        + " or channel = :channel and address = :address"
                        + " and (state <> 'CLOSED' or reopenable_until >= :now))"
                        + " order by case when channel = :channel and address = :address then 0 else 1 end,"
                        + " number desc limit 1")
                .param("customer", customer)
                .param("channel", channel)
                .param("address", address)
                .param("now", Timestamp.from(clock.instant()))
                .query(UUID.class)
                .optional()
                .map(this::get);
    }

    /** The tickets that were merged into this one, in the order of their numbers. */
    public List<Ticket> mergedInto(UUID ticket) {
        return ids("select id from ticket where merged_into = ? order by number", ticket)
                .toList();
    }

    private Stream<Ticket> ids(String query, Object value) {
        return sql.sql(query).param(value).query(UUID.class).list().stream().map(this::get);
    }

    public Ticket save(Ticket ticket) {
        var saved = rows.save(ticket);
        stirred(ticket.id());
        return saved;
    }

    /** Something about the ticket that stands elsewhere changed: open pages look again. */
    public void stirred(UUID ticket) {
        events.publishEvent(new Ticket.Changed(ticket));
    }

    /** Stores what somebody says as the ticket's next message. Saves the ticket, too. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Message add(Ticket ticket, Words words) {
        var message = rows.insert(words.at(ticket, clock.instant()));
        if (message.isFrom(Message.Author.AGENT)) indexByAgent(message);
        save(ticket);
        events.publishEvent(new Message.Added(message, ticket.holder(), false));
        return message;
    }

    /** So that agents find in time what is recorded about them; who it was stands in the desk's own id of the message. */
    private void indexByAgent(Message message) {
        sql.sql("update message set agent = (select v.agent from agent_message v where v.id = message.id) where id = ?")
                .param(message.id())
                .update();
    }

    /** Says again on another ticket what was said on one, by the same author at the same time. Saves the ticket, too. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Message copy(Message original, Ticket to) {
        var copy = rows.insert(original.copiedTo(to));
        save(to);
        events.publishEvent(new Message.Copied(original.id(), copy.id()));
        events.publishEvent(new Message.Added(copy, to.holder(), true));
        return copy;
    }

    /** Tickets of the same customer, the latest first, without this one. */
    public List<Ticket> earlierThan(Ticket ticket) {
        return sql
                .sql("select id from ticket where customer = ? and id <> ? order by number desc limit 10")
                .param(ticket.customer())
                .param(ticket.id())
                .query(UUID.class)
                .list()
                .stream()
                .map(this::get)
                .toList();
    }

    /** No ticket has this id. */
    public static final class UnknownTicket extends RuntimeException {
        private UnknownTicket(UUID id) {
            super("There is no ticket " + id);
        }
    }
}
