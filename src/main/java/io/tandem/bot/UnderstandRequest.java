package io.tandem.bot;

import static io.tandem.process.Variables.ASKED_BACK;
import static io.tandem.process.Variables.AUTONOMY;
import static io.tandem.process.Variables.BOT_FAILED;
import static io.tandem.process.Variables.CONFIDENCE;
import static io.tandem.process.Variables.EITHER;
import static io.tandem.process.Variables.LANGUAGE;
import static io.tandem.process.Variables.MOOD;
import static io.tandem.process.Variables.ROUNDS;
import static io.tandem.process.Variables.SMALL_TALK;
import static io.tandem.process.Variables.SMALL_TALKS;
import static io.tandem.process.Variables.TOPIC;
import static io.tandem.process.Variables.WANTS_HUMAN;
import static io.tandem.process.Variables.ticketOf;

import io.tandem.model.Step;
import io.tandem.process.Variables;
import io.tandem.ticket.Tickets;
import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** "Understand the request". It only reads: a bot that thinks for long must not hold the customer's ticket. */
@Component
@Step(
        effect = Step.Effect.READS_CUSTOMER,
        sets = {
            "language",
            "topic",
            "confidence",
            "either",
            "autonomy",
            "mood",
            "smallTalk",
            "smallTalks",
            "rounds",
            "askedBack",
            "wantsHuman"
        },
        fails = Variables.BOT_FAILED)
class UnderstandRequest implements JavaDelegate {

    private static final Logger log = LoggerFactory.getLogger(UnderstandRequest.class);

    private final Bot bot;
    private final Tickets tickets;
    private final Conversations conversations;

    UnderstandRequest(Bot bot, Tickets tickets, Conversations conversations) {
        this.bot = bot;
        this.tickets = tickets;
        this.conversations = conversations;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var ticket = tickets.get(ticketOf(execution));
        var conversation = conversations.of(ticket);
        ROUNDS.set(execution, conversation.rounds());
        SMALL_TALKS.set(execution, conversation.smallTalks());
        ASKED_BACK.set(execution, conversation.askedBack());
        try {
            write(execution, bot.understand(conversation), ticket.personWanted());
        } catch (BotFailed failed) {
            log.warn("Ticket {} goes to a person, its words could not be read", ticket.number(), failed);
            write(execution, Understanding.none(ticket.language()), ticket.personWanted());
            throw new BpmnError(BOT_FAILED, failed);
        }
    }

    private static void write(DelegateExecution execution, Understanding understood, boolean askedByButton) {
        LANGUAGE.set(execution, understood.language());
        TOPIC.set(execution, understood.topic());
        CONFIDENCE.set(execution, understood.confidence());
        EITHER.set(execution, understood.either());
        AUTONOMY.set(execution, understood.autonomy().name());
        MOOD.set(execution, understood.mood().name());
        SMALL_TALK.set(execution, understood.smallTalk().name());
        WANTS_HUMAN.set(execution, understood.wantsHuman() || askedByButton);
    }
}
