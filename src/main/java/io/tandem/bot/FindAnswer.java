package io.tandem.bot;

import static io.tandem.process.Variables.AUTONOMY;
import static io.tandem.process.Variables.BOT_FAILED;
import static io.tandem.process.Variables.CONFIDENCE;
import static io.tandem.process.Variables.EITHER;
import static io.tandem.process.Variables.LANGUAGE;
import static io.tandem.process.Variables.SMALL_TALK;
import static io.tandem.process.Variables.TOPIC;
import static io.tandem.process.Variables.ticketOf;

import io.tandem.model.Step;
import io.tandem.process.Variables;
import io.tandem.ticket.Answer.Finding;
import io.tandem.ticket.Ticket;
import io.tandem.ticket.Tickets;
import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** "Find an answer": keeps what the bot would say; who helps is decided next. */
@Component
@Step(
        sets = {"confidence", "either", "topic", "autonomy"},
        needs = "language",
        fails = Variables.BOT_FAILED)
class FindAnswer implements JavaDelegate {

    private static final Logger log = LoggerFactory.getLogger(FindAnswer.class);

    private final Bot bot;
    private final Tickets tickets;
    private final Proposals proposals;

    FindAnswer(Bot bot, Tickets tickets, Proposals proposals) {
        this.bot = bot;
        this.tickets = tickets;
        this.proposals = proposals;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var ticket = tickets.get(ticketOf(execution));
        try {
            write(execution, found(execution, ticket));
        } catch (BotFailed failed) {
            log.warn("Ticket {} goes to a person, no answer could be looked for", ticket.number(), failed);
            throw new BpmnError(BOT_FAILED, failed);
        }
    }

    private Finding found(DelegateExecution execution, Ticket ticket) {
        var smallTalk = SMALL_TALK.find(execution).map(SmallTalk::valueOf).orElse(SmallTalk.NONE);
        return smallTalk == SmallTalk.NONE
                ? proposals.propose(ticket)
                : proposals.reply(ticket, smallTalk, LANGUAGE.get(execution));
    }

    /** Where nothing was found, the topic that was understood stays: an agent sees it. */
    private void write(DelegateExecution execution, Finding found) {
        CONFIDENCE.set(execution, found.confidence());
        EITHER.set(execution, found.either());
        if (found.topic() == null) return;
        TOPIC.set(execution, found.topic());
        AUTONOMY.set(execution, bot.autonomyIn(found.topic()).name());
    }
}
