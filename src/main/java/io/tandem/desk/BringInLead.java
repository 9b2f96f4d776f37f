package io.tandem.desk;

import static io.tandem.process.Variables.ticketOf;

import io.tandem.model.Step;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** "Bring in a lead": what was promised to the customer is missed. */
@Component
@Step
class BringInLead implements JavaDelegate {

    private final ServiceAlarms alarms;

    BringInLead(ServiceAlarms alarms) {
        this.alarms = alarms;
    }

    @Override
    public void execute(DelegateExecution execution) {
        alarms.bringInLead(ticketOf(execution));
    }
}
