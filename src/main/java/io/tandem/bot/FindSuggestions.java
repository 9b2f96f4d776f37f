package io.tandem.bot;

import static io.tandem.process.Variables.ticketOf;

import io.tandem.ticket.Answer;
import io.tandem.ticket.Answers;
import io.tandem.ticket.Tickets;
import java.time.Clock;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** "Find suggestions": what the bot would have said is offered to the agent, who can do without if the bot fails. */
@Component
class FindSuggestions implements JavaDelegate {

    private static final Logger log = LoggerFactory.getLogger(FindSuggestions.class);

    private final Bot bot;
    private final Tickets tickets;
    private final Conversations conversations;
    private final Answers answers;
    private final Clock clock;

    FindSuggestions(Bot bot, Tickets tickets, Conversations conversations, Answers answers, Clock clock) {
        this.bot = bot;
        this.tickets = tickets;
        this.conversations = conversations;
        this.answers = answers;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var ticket = tickets.get(ticketOf(execution));
        try {
            var found = bot.answer(conversations.of(ticket));
            answers.keep(Answer.found(ticket.id(), ticket.lastPosition(), found, clock.instant()));
        } catch (BotFailed failed) {
            log.warn("Ticket {} gets no suggestions", ticket.number(), failed);
        }
    }
}
