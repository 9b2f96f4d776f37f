package io.tandem.desk;

import io.tandem.content.Texts;
import io.tandem.process.AgentTasks;
import io.tandem.process.Staff;
import io.tandem.ticket.Message.Author;
import io.tandem.ticket.Ticket;
import io.tandem.ticket.Tickets;
import io.tandem.ticket.Words;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * What happens when a service level is about to be missed, and when it is. A timer only says that it is time to look: the
 * clocks say what is due. Each is told once; the task, which a colleague may have got meanwhile, is raised each time.
 */
@Component
class ServiceAlarms {

    private static final int WARNED_PRIORITY = 85;
    private static final int OVERDUE_PRIORITY = 100;

    private final ServiceClocks clocks;
    private final Tickets tickets;
    private final AgentTasks tasks;
    private final Texts texts;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ServiceAlarms(
            ServiceClocks clocks,
            Tickets tickets,
            AgentTasks tasks,
            Texts texts,
            ApplicationEventPublisher events,
            Clock clock) {
        this.clocks = clocks;
        this.tickets = tickets;
        this.tasks = tasks;
        this.texts = texts;
        this.events = events;
        this.clock = clock;
    }

    void warn(UUID id) {
        var ticket = tickets.lock(id);
        var now = clock.instant();
        var near =
                clocks.openOn(id).stream().filter(one -> one.isNearlyDue(now)).toList();
        if (near.isEmpty()) return;
        ticket.prioritize(Math.max(ticket.priority(), WARNED_PRIORITY));
        // What is overdue, too, gets the other note.
        var news =
                near.stream().filter(one -> one.warn() && !one.isOverdue(now)).toList();
        tell(ticket, news, "nearlyDue");
        if (!news.isEmpty()) events.publishEvent(new NearlyDue(id));
        near.forEach(clocks::save);
        tasks.raise(id, WARNED_PRIORITY);
    }

    void bringInLead(UUID id) {
        var ticket = tickets.lock(id);
        var now = clock.instant();
        var late = clocks.openOn(id).stream().filter(one -> one.isOverdue(now)).toList();
        if (late.isEmpty()) return;
        ticket.prioritize(OVERDUE_PRIORITY);
        tell(ticket, late.stream().filter(ServiceClock::bringInLead).toList(), "overdue");
        late.forEach(clocks::save);
        tasks.bringIn(id, Staff.LEADS, OVERDUE_PRIORITY);
    }

    private void tell(Ticket ticket, List<ServiceClock> news, String what) {
        tickets.save(ticket);
        news.forEach(one -> {
            var key = "clock.%s.%s".formatted(what, one.kind().isResponse() ? "response" : "resolution");
            var note = Words.note(Author.SYSTEM, null, texts.get(ticket.language(), key), null);
            tickets.add(tickets.get(ticket.id()), note);
        });
    }
}
