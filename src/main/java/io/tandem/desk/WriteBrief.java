package io.tandem.desk;

import static io.tandem.process.Variables.MOOD;
import static io.tandem.process.Variables.ticketOf;

import io.tandem.model.Step;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** "Write the brief". */
@Component
@Step
class WriteBrief implements JavaDelegate {

    private final BriefWriter briefs;

    WriteBrief(BriefWriter briefs) {
        this.briefs = briefs;
    }

    @Override
    public void execute(DelegateExecution execution) {
        briefs.write(ticketOf(execution), MOOD.find(execution).orElse(null));
    }
}
