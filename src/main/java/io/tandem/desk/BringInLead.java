package io.tandem.desk;

import static io.tandem.process.Variables.ticketOf;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** "Bring in a lead": the customer has waited for too long. */
@Component
class BringInLead implements JavaDelegate {

    private final Desk desk;

    BringInLead(Desk desk) {
        this.desk = desk;
    }

    @Override
    public void execute(DelegateExecution execution) {
        desk.bringInLead(ticketOf(execution));
    }
}
