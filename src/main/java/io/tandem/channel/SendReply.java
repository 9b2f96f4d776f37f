package io.tandem.channel;

import static io.tandem.process.Variables.CUSTOMER_WROTE;
import static io.tandem.process.Variables.SEEN;
import static io.tandem.process.Variables.ticketOf;

import io.tandem.model.Step;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** "Send the reply": the agent's words; a task that was completed without any goes back if the customer had written. */
@Component
@Step(effect = Step.Effect.AGENT_ANSWERS, sets = "customerWrote", ownJob = true)
class SendReply implements JavaDelegate {

    private final AgentVoice agents;

    SendReply(AgentVoice agents) {
        this.agents = agents;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var seen = SEEN.find(execution).orElse(0);
        CUSTOMER_WROTE.set(execution, agents.sendReplies(ticketOf(execution), seen));
    }
}
