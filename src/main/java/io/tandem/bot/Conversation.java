package io.tandem.bot;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toUnmodifiableSet;

import io.tandem.ticket.Message;
import io.tandem.ticket.Message.Author;
import io.tandem.ticket.Message.Source;
import java.util.List;
import java.util.Set;

/**
 * What a ticket looks like to the bot.
 *
 * @param language that the ticket has so far
 * @param messages what customer, bot and agents said to one another, in order
 */
public record Conversation(String language, List<Message> messages) {

    /** What the customer wrote since somebody last answered, as one text; before that, what they wrote last. */
    public String lastWords() {
        var answered = lastAnswer();
        var since = answered < 0 ? customersWords(0) : customersWords(answered + 1);
        return since.isEmpty() ? customersWords(0) : since;
    }

    private int lastAnswer() {
        for (int i = messages.size() - 1; i >= 0; i--) {
            if (messages.get(i).isFrom(Author.BOT) || messages.get(i).isFrom(Author.AGENT)) return i;
        }
        return -1;
    }

    private String customersWords(int from) {
        return messages.subList(from, messages.size()).stream()
                .filter(message -> message.isFrom(Author.CUSTOMER))
                .map(Message::text)
                .collect(joining("\n"));
    }

    /** The articles that the bot has answered with. */
    public Set<String> articlesGiven() {
        return messages.stream()
                .filter(message -> message.isFrom(Author.BOT))
                .flatMap(message -> message.sourceList().stream())
                .map(Source::article)
                .collect(toUnmodifiableSet());
    }

    /** How many answers the bot has given that the customer did not call helpful. */
    public int rounds() {
        return (int) messages.stream()
                .filter(message -> message.isFrom(Author.BOT) && !Boolean.TRUE.equals(message.helped()))
                .count();
    }
}
