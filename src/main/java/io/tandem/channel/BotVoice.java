package io.tandem.channel;

import io.tandem.content.Texts;
import io.tandem.ticket.Answer;
import io.tandem.ticket.Answers;
import io.tandem.ticket.Message;
import io.tandem.ticket.Message.Author;
import io.tandem.ticket.Message.Source;
import io.tandem.ticket.Messages;
import io.tandem.ticket.Ticket;
import io.tandem.ticket.Tickets;
import io.tandem.ticket.Words;
import java.util.List;
import java.util.Map;
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
        return say(id, (ticket, answer, said) -> {
            ticket.understoodAs(language, answer.topic());
            return Words.ofBot(answer, introduction(ticket, said) + answer.text());
        });
    }

    /**
     * Asks the customer which of two articles is meant, or, where none is near, what it is about.
     *
     * @return whether it was asked: not so if a person has the ticket or the customer has written meanwhile
     */
    boolean ask(UUID id, String language) {
        return say(id, (ticket, answer, said) -> {
            ticket.understoodAs(language, null);
            return Words.asking(answer, introduction(ticket, said) + question(answer.choiceList(), language));
        });
    }

    private interface Wording {
        Words of(Ticket ticket, Answer answer, List<Message> said);
    }

    private boolean say(UUID id, Wording words) {
        var ticket = tickets.lock(id);
        var answer = answers.of(id)
                .orElseThrow(() -> new IllegalStateException("Ticket %d has no answer".formatted(ticket.number())));
        var said = messages.of(id);
        if (said.stream().anyMatch(message -> message.id().equals(answer.message()))) return true;
        if (!ticket.botMaySpeak() || customerWroteAfter(said, answer.basedOn())) return false;
        channels.say(ticket, words.of(ticket, answer, said));
        return true;
    }

    private static boolean customerWroteAfter(List<Message> said, int position) {
        return said.stream().anyMatch(message -> message.isFrom(Author.CUSTOMER) && message.position() > position);
    }

    private String question(List<Source> choices, String language) {
        if (choices.size() < 2) return texts.get(language, "bot.whatIsItAbout");
        var titles =
                Map.of("first", choices.get(0).title(), "second", choices.get(1).title());
        return texts.get(language, "bot.whichOfTwo", titles);
    }

    /** The bot's first message on a ticket says that a machine writes. */
    private String introduction(Ticket ticket, List<Message> said) {
        var first = said.stream().noneMatch(message -> message.isFrom(Author.BOT));
        return first ? texts.get(ticket.language(), "bot.introduction") + "\n\n" : "";
    }

    /** Whether the customer can still say if this answer helped: it is the last word and the bot has the ticket. */
    public static boolean awaitsFeedback(Ticket ticket, Message message) {
        return message.topic() != null && message.helped() == null && awaitsReply(ticket, message);
    }

    /** Whether the customer can still choose one of the articles that this message asks about. */
    public static boolean awaitsChoice(Ticket ticket, Message message) {
        return !message.choiceList().isEmpty() && awaitsReply(ticket, message);
    }

    private static boolean awaitsReply(Ticket ticket, Message message) {
        return message.isFrom(Author.BOT) && message.position() == ticket.lastPosition() && ticket.botMaySpeak();
    }
}
