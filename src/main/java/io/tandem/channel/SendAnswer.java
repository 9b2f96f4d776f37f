package io.tandem.channel;

import static io.tandem.process.Variables.CUSTOMER_WROTE;
import static io.tandem.process.Variables.LANGUAGE;
import static io.tandem.process.Variables.ticketOf;

import io.tandem.model.Step;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** "Send the answer": unless the customer has written meanwhile, which is then read first. */
@Component
@Step(effect = Step.Effect.BOT_ANSWERS, sets = "customerWrote", needs = "language")
class SendAnswer implements JavaDelegate {

    private final BotVoice bot;

    SendAnswer(BotVoice bot) {
        this.bot = bot;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var said = bot.speak(ticketOf(execution), LANGUAGE.get(execution));
        CUSTOMER_WROTE.set(execution, !said);
    }
}
