package io.tandem.desk;

import static io.tandem.process.Variables.ticketOf;

import io.tandem.model.Step;
import io.tandem.ticket.Tickets;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** "Stop the clock": the ticket is resolved. */
@Component
@Step
class StopClock implements JavaDelegate {

    private final Tickets tickets;
    private final Timekeeper timekeeper;

    StopClock(Tickets tickets, Timekeeper timekeeper) {
        this.tickets = tickets;
        this.timekeeper = timekeeper;
    }

    @Override
    public void execute(DelegateExecution execution) {
        timekeeper.stop(tickets.lock(ticketOf(execution)));
    }
}
