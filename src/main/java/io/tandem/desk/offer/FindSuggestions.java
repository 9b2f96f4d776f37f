package io.tandem.desk.offer;

import static io.tandem.process.Variables.ticketOf;

import io.tandem.model.Step;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** "Find suggestions": a reply is drafted for the agent, who can do without if the bot fails. */
@Component
@Step(ownJob = true)
class FindSuggestions implements JavaDelegate {

    private final Offers offers;

    FindSuggestions(Offers offers) {
        this.offers = offers;
    }

    @Override
    public void execute(DelegateExecution execution) {
        offers.prepare(ticketOf(execution));
    }
}
