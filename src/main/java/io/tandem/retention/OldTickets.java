package io.tandem.retention;

import io.tandem.retention.Retention.Limits;
import io.tandem.ticket.Ticket;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Conversations that were closed long ago, with all that hangs on them. What is open, can be reopened, still has a process
 * or is held by somebody stays; a ticket that was merged goes with the one in which it went on.
 */
@Component
@Order(1)
class OldTickets implements Sweep {

    /** With what hangs on them some hundred rows: held for some milliseconds, by nobody who waits for others. */
    private static final int AT_ONCE = 20;

    private static final String OVER = "select id from ticket t where t.closed_at < ? and t.state = 'CLOSED'"
            + " and t.merged_into is null and (t.reopenable_until is null or t.reopenable_until < ?)"
            + " and not exists (select 1 from act_ru_execution e where e.business_key_ = cast(t.id as varchar(36)))"
            + " order by t.closed_at limit " + AT_ONCE + " for update skip locked";

    private final JdbcClient sql;
    private final ApplicationEventPublisher events;
    private final TicketRows rows;
    private final OldCustomers customers;
    private final Clock clock;

    OldTickets(JdbcClient sql, ApplicationEventPublisher events, TicketRows rows, OldCustomers customers, Clock clock) {
        this.sql = sql;
        this.events = events;
        this.rows = rows;
        this.customers = customers;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "conversations";
    }

    @Override
    public int next(Limits limits) {
        var over = sql.sql(OVER)
                .params(Timestamp.from(limits.conversation()), Timestamp.from(clock.instant()))
                .query(UUID.class)
                .list();
        if (over.isEmpty()) return 0;
        var tickets = withMerged(over);
        var theirs = customersOf(tickets);
        events.publishEvent(new Ticket.Forgetting(tickets));
        rows.remove(tickets);
        customers.removeWhoHasNone(theirs);
        return tickets.size();
    }

    private List<UUID> withMerged(List<UUID> over) {
        var all = new ArrayList<>(over);
        for (var into = over; !into.isEmpty(); ) {
            into = sql.sql("select id from ticket where merged_into in (:into) for update")
                    .param("into", into)
                    .query(UUID.class)
                    .list();
            all.addAll(into);
        }
        return List.copyOf(all);
    }

    private Set<UUID> customersOf(Collection<UUID> tickets) {
        return new TreeSet<>(sql.sql("select customer from ticket where id in (:tickets)")
                .param("tickets", tickets)
                .query(UUID.class)
                .list());
    }
}
