package io.tandem.process;

import static io.tandem.process.Variables.REOPENABLE_FOR;
import static io.tandem.process.Variables.ticketOf;

import io.tandem.model.Step;
import io.tandem.ticket.Ticket;
import io.tandem.ticket.Tickets;
import java.time.Clock;
import java.time.Duration;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** "Close the ticket": for how long it can be reopened stands at the task in the diagram. */
@Component
@Step(effect = Step.Effect.CLOSES, takes = "reopenableFor")
class CloseTicket implements JavaDelegate {

    private final Tickets tickets;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CloseTicket(Tickets tickets, ApplicationEventPublisher events, Clock clock) {
        this.tickets = tickets;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var ticket = tickets.lock(ticketOf(execution));
        var now = clock.instant();
        ticket.close(now, now.plus(Duration.parse(REOPENABLE_FOR.get(execution))));
        tickets.save(ticket);
        ticket.resolution().ifPresent(how -> events.publishEvent(new Ticket.Closed(ticket.id(), how)));
    }
}
