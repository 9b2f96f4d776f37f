package io.tandem.survey;

import static io.tandem.process.Variables.ticketOf;

import io.tandem.model.Step;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** "Ask for a rating". */
@Component
@Step(effect = Step.Effect.ASKS_FOR_RATING)
class AskForRating implements JavaDelegate {

    private final Survey survey;

    AskForRating(Survey survey) {
        this.survey = survey;
    }

    @Override
    public void execute(DelegateExecution execution) {
        survey.ask(ticketOf(execution));
    }
}
