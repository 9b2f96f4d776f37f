package io.tandem.ticket;

import io.tandem.ticket.Ticket.Holder;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The tickets that wait for a person, each in its queue. */
@Component
public class QueuedTickets {

    /** More than agents ask at the same moment: of the first ones some are just being given away. */
    private static final int LOOKED_AT = 60;

    private static final int AT_ONCE = 200;

    /** Queue and holder are the same in all rows; named here they let both databases read the index in its order. */
    private static final String FRONT = "(select id, priority, due_at, waiting_since, %d as place from ticket"
            + " where queue = ? and holder = '" + Holder.QUEUE + "'"
            + " order by queue, holder, priority desc, due_at asc nulls last, waiting_since limit " + LOOKED_AT + ")";

    private final JdbcClient sql;
    private final Tickets tickets;

    QueuedTickets(JdbcClient sql, Tickets tickets) {
        this.sql = sql;
        this.tickets = tickets;
    }

    public record Waiting(UUID id, int priority) {}

    /**
     * Those in front of these queues: the most urgent first, of these those in the first queue, then those that are due
     * first, then those that wait longest.
     */
    public List<Waiting> front(List<String> queues) {
        if (queues.isEmpty()) return List.of();
        var fronts = queues.stream()
                .map(queue -> FRONT.formatted(queues.indexOf(queue) == 0 ? 0 : 1))
                .toList();
        return sql.sql("select id, priority from (" + String.join(" union all ", fronts) + ") f"
                        + " order by priority desc, place, due_at asc nulls last, waiting_since limit " + LOOKED_AT)
                .params(queues)
                .query(Waiting.class)
                .list();
    }

    /** Takes the ticket's row like {@link Tickets#lock}, but does not wait: empty if somebody has it, or had it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Ticket> take(UUID id, Collection<String> queues) {
        return sql.sql("select id from ticket where id = ? and holder = ? for update skip locked")
                .param(id)
                .param(Holder.QUEUE.name())
                .query(UUID.class)
                .optional()
                .map(tickets::get)
                .filter(ticket -> queues.contains(ticket.route().queue()));
    }

    /** How many wait in this queue. */
    public int count(String queue) {
        return sql.sql("select count(*) from ticket where queue = ? and holder = ?")
                .param(queue)
                .param(Holder.QUEUE.name())
                .query(Integer.class)
                .single();
    }

    /** Those that no queue has yet; most of them have one in a moment. */
    public List<UUID> withoutQueue() {
        return sql.sql("select id from ticket where queue is null and holder = ? limit " + AT_ONCE)
                .param(Holder.QUEUE.name())
                .query(UUID.class)
                .list();
    }

    public record Kept(UUID ticket, String agent, Instant until) {}

    /** Those that are kept for somebody who knows the customer. */
    public List<Kept> kept() {
        return sql.sql("select id, kept_for, kept_until from ticket where kept_until is not null and holder = ?")
                .param(Holder.QUEUE.name())
                .query((row, number) -> new Kept(
                        row.getObject("id", UUID.class),
                        row.getString("kept_for"),
                        row.getTimestamp("kept_until").toInstant()))
                .list();
    }

    /** Tickets that need the same and wait in the same queue. */
    public record Kind(String skill, String language, String queue) {}

    public List<Kind> kinds() {
        return sql.sql("select distinct skill, language, queue from ticket"
                        + " where holder = ? and queue is not null and kept_until is null")
                .param(Holder.QUEUE.name())
                .query(Kind.class)
                .list();
    }

    public List<UUID> of(Kind kind) {
        return sql.sql("select id from ticket where queue = ? and holder = ? and skill = ? and language = ?"
                        + " and kept_until is null limit " + AT_ONCE)
                .param(kind.queue())
                .param(Holder.QUEUE.name())
                .param(kind.skill())
                .param(kind.language())
                .query(UUID.class)
                .list();
    }

    /** The agent who helped this customer last: in this ticket or, if nobody has yet, in an earlier one. */
    public Optional<String> whoKnows(Ticket ticket) {
        return ticket.helpedBy()
                .or(() -> sql.sql("select helped_by from ticket where customer = ? and helped_by is not null"
                                + " order by number desc limit 1")
                        .param(ticket.customer())
                        .query(String.class)
                        .optional());
    }
}
