package io.tandem.process;

import static io.tandem.process.Variables.RESOLUTION;
import static io.tandem.process.Variables.ticketOf;

import io.tandem.model.Step;
import io.tandem.ticket.Ticket;
import io.tandem.ticket.Ticket.Resolution;
import io.tandem.ticket.Tickets;
import java.time.Clock;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** "Record the resolution": which one stands at the task in the diagram. Colleagues need not answer any more. */
@Component
@Step(effect = Step.Effect.RESOLVES, takes = "resolution")
class RecordResolution implements JavaDelegate {

    private final Tickets tickets;
    private final TicketProcess process;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    RecordResolution(Tickets tickets, TicketProcess process, ApplicationEventPublisher events, Clock clock) {
        this.tickets = tickets;
        this.process = process;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var ticket = tickets.lock(ticketOf(execution));
        var resolution = Resolution.valueOf(RESOLUTION.get(execution));
        ticket.resolve(resolution, clock.instant());
        tickets.save(ticket);
        events.publishEvent(new Ticket.Resolved(ticket.id(), resolution));
        process.over(ticket);
    }
}
