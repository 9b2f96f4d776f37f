package io.tandem.desk;

import static io.tandem.process.Variables.QUESTION;
import static io.tandem.process.Variables.ticketOf;

import io.tandem.model.Step;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** "Tell the asker that nobody answered": on the ticket, where everybody reads it. */
@Component
@Step(needs = "question")
class TellAsker implements JavaDelegate {

    private final Colleagues colleagues;

    TellAsker(Colleagues colleagues) {
        this.colleagues = colleagues;
    }

    @Override
    public void execute(DelegateExecution execution) {
        colleagues.noteSilence(ticketOf(execution), UUID.fromString(QUESTION.get(execution)));
    }
}
