package io.tandem.desk;

import static io.tandem.process.Variables.ticketOf;

import io.tandem.model.Step;
import io.tandem.ticket.Tickets;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** "Pause the clock": while the customer's reply is awaited, the time is theirs. */
@Component
@Step
class PauseClock implements JavaDelegate {

    private final Tickets tickets;
    private final Timekeeper timekeeper;

    PauseClock(Tickets tickets, Timekeeper timekeeper) {
        this.tickets = tickets;
        this.timekeeper = timekeeper;
    }

    @Override
    public void execute(DelegateExecution execution) {
        timekeeper.pause(tickets.lock(ticketOf(execution)));
    }
}
