package io.tandem.channel;

import io.tandem.content.Texts;
import io.tandem.ticket.Answer;
import io.tandem.ticket.Answers;
import io.tandem.ticket.Message;
import io.tandem.ticket.Message.Author;
import io.tandem.ticket.Messages;
import io.tandem.ticket.Ticket;
import io.tandem.ticket.Tickets;
import io.tandem.ticket.Words;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The only way in which the bot speaks. It asks once more whether it may: much can happen while a bot thinks. */
@Component
public class BotVoice {

    private final Tickets tickets;
    private final Messages messages;
    private final Answers answers;
    private final Channels channels;
    private final Texts texts;

    BotVoice(Tickets tickets, Messages messages, Answers answers, Channels channels, Texts texts) {
        this.tickets = tickets;
        this.messages = messages;
        this.answers = answers;
        this.channels = channels;
        this.texts = texts;
    }

    /**
     * Sends the answer that was found.
     *
     * @return whether it was said: not so if a person has the ticket or the customer has written meanwhile
     */
    boolean speak(UUID id, String language) {
        var ticket = tickets.lock(id);
        var answer = answers.of(id)
                .orElseThrow(() -> new IllegalStateException("Ticket %d has no answer".formatted(ticket.number())));
        if (messages.find(answer.message()).isPresent()) return true;
        if (!ticket.botMaySpeak() || messages.customerWroteAfter(id, answer.basedOn())) return false;
        ticket.understoodAs(language, answer.topic());
        channels.send(ticket, tickets.add(ticket, Words.ofBot(answer, worded(ticket, answer))));
        return true;
    }

    /** The bot's first message on a ticket says that a machine writes. */
    private String worded(Ticket ticket, Answer answer) {
        var first = messages.of(ticket.id()).stream().noneMatch(message -> message.isFrom(Author.BOT));
        return first ? texts.get(ticket.language(), "bot.introduction") + "\n\n" + answer.text() : answer.text();
    }

    /** Whether the customer can still say if this answer helped: it is the last word and the bot has the ticket. */
    public static boolean awaitsFeedback(Ticket ticket, Message message) {
        return message.isFrom(Author.BOT)
                && message.helped() == null
                && message.position() == ticket.lastPosition()
                && ticket.botMaySpeak();
    }
}
