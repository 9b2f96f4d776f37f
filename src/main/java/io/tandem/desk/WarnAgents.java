package io.tandem.desk;

import static io.tandem.process.Variables.ticketOf;

import io.tandem.model.Step;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** "Warn the agents": before what was promised to the customer is missed. */
@Component
@Step
class WarnAgents implements JavaDelegate {

    private final ServiceAlarms alarms;

    WarnAgents(ServiceAlarms alarms) {
        this.alarms = alarms;
    }

    @Override
    public void execute(DelegateExecution execution) {
        alarms.warn(ticketOf(execution));
    }
}
