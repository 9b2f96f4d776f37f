package io.tandem.bot;

import static io.tandem.process.Variables.ticketOf;

import io.tandem.ticket.Tickets;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** "Find suggestions": what the bot would have said is offered to the agent, who can do without if the bot fails. */
@Component
class FindSuggestions implements JavaDelegate {

    private static final Logger log = LoggerFactory.getLogger(FindSuggestions.class);

    private final Tickets tickets;
    private final Proposals proposals;

    FindSuggestions(Tickets tickets, Proposals proposals) {
        this.tickets = tickets;
        this.proposals = proposals;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var ticket = tickets.get(ticketOf(execution));
        try {
            proposals.suggest(ticket);
        } catch (BotFailed failed) {
            log.warn("Ticket {} gets no suggestions", ticket.number(), failed);
        }
    }
}
