package io.tandem.desk;

import io.tandem.desk.ServiceClock.Ended;
import io.tandem.desk.ServiceClock.Kind;
import io.tandem.desk.ServiceLevel.Promise;
import io.tandem.hours.BusinessHours;
import io.tandem.ticket.Message;
import io.tandem.ticket.Message.Author;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.data.domain.Sort;
import org.springframework.data.jdbc.core.JdbcAggregateTemplate;
import org.springframework.data.relational.core.query.Criteria;
import org.springframework.data.relational.core.query.Query;
import org.springframework.stereotype.Component;

/** The clocks of all tickets. Whoever changes one holds its ticket. */
@Component
class ServiceClocks {

    private final JdbcAggregateTemplate rows;
    private final BusinessHours hours;
    private final ApplicationEventPublisher events;

    ServiceClocks(JdbcAggregateTemplate rows, BusinessHours hours, ApplicationEventPublisher events) {
        this.rows = rows;
        this.hours = hours;
        this.events = events;
    }

    /** All clocks that the ticket ever had, in the order in which they started. */
    List<ServiceClock> of(UUID ticket) {
        var all = Query.query(Criteria.where("ticket").is(ticket)).sort(Sort.by("startedAt"));
        return rows.findAll(all, ServiceClock.class);
    }

    /** Those that have not ended. */
    List<ServiceClock> openOn(UUID ticket) {
        return of(ticket).stream().filter(one -> !one.isEnded()).toList();
    }

    ServiceClock begin(UUID ticket, Kind kind, Instant since, Promise promise) {
        return rows.insert(ServiceClock.start(ticket, kind, since, promise, hours));
    }

    void pause(ServiceClock one, Instant now) {
        one.pause(now, hours);
        rows.update(one);
    }

    void goOn(ServiceClock one, Instant since) {
        one.goOn(since, hours);
        rows.update(one);
    }

    /** What was promised has happened. */
    void keep(ServiceClock one, Instant at) {
        one.keep(at);
        end(one);
    }

    /** What was promised is not needed any more. */
    void drop(ServiceClock one, Instant at) {
        one.drop(at);
        end(one);
    }

    private void end(ServiceClock one) {
        rows.update(one);
        var outcome = one.outcome();
        if (outcome != null) events.publishEvent(new Ended(one.kind(), outcome));
    }

    void save(ServiceClock one) {
        rows.update(one);
    }

    /** An agent has written to the customer, by whichever way: that is the response. */
    @EventListener
    void heard(Message.Added added) {
        var message = added.message();
        if (!message.isFrom(Author.AGENT) || message.internal()) return;
        openOn(added.ticket()).stream()
                .filter(one -> one.kind().isResponse())
                .forEach(response -> keep(response, message.writtenAt()));
    }
}
