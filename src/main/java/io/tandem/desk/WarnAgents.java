package io.tandem.desk;

import static io.tandem.process.Variables.ticketOf;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** "Warn the agents": before the customer has waited for too long. */
@Component
class WarnAgents implements JavaDelegate {

    private final Desk desk;

    WarnAgents(Desk desk) {
        this.desk = desk;
    }

    @Override
    public void execute(DelegateExecution execution) {
        desk.warn(ticketOf(execution));
    }
}
