package io.tandem.bot;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toUnmodifiableSet;

import io.tandem.ticket.Message;
import io.tandem.ticket.Message.Author;
import io.tandem.ticket.Message.Source;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What a ticket looks like to the bot.
 *
 * @param language that the ticket has so far
 * @param messages what customer, bot and agents said to one another, in order
 */
public record Conversation(String language, List<Message> messages) {

    /**
     * What the customer wrote since somebody last answered, as one text; if nothing, all that they wrote. To be asked
     * which of two is meant is no answer: the words before it and after it belong together.
     */
    public String lastWords() {
        var since = wordsAfter(last(message ->
                !message.isFrom(Author.CUSTOMER) && message.choiceList().isEmpty()));
        return since.isEmpty() ? allWords() : since;
    }

    /** All that the customer wrote, as one text. */
    public String allWords() {
        return wordsAfter(-1);
    }

    /** What the customer wrote since anybody else did, be it an answer or not; empty if nothing. */
    public String newWords() {
        return wordsAfter(lastOther());
    }

    /** Whether the customer's latest messages are files without a word: nothing that a bot could understand. */
    public boolean isWordless() {
        return lastOther() < messages.size() - 1 && newWords().isBlank();
    }

    private int lastOther() {
        return last(message -> !message.isFrom(Author.CUSTOMER));
    }

    private int last(Predicate<Message> like) {
        for (int i = messages.size() - 1; i >= 0; i--) {
            if (like.test(messages.get(i))) return i;
        }
        return -1;
    }

    private String wordsAfter(int index) {
        return messages.subList(index + 1, messages.size()).stream()
                .filter(message -> message.isFrom(Author.CUSTOMER))
                .map(Message::text)
                // Who says the same again means nothing else, and means it no more clearly.
                .distinct()
                .collect(joining("\n"));
    }

    /** The article that the customer chose, if the bot has just asked between two and the words name one of them. */
    public Optional<Source> choiceMade() {
        var asked = lastOther();
        return asked < 0
                ? Optional.empty()
                : Choice.in(newWords(), messages.get(asked).choiceList());
    }

    /** What the bot answered last. */
    public Optional<Message> lastAnswer() {
        var answer = last(Message::isAnswer);
        return answer < 0 ? Optional.empty() : Optional.of(messages.get(answer));
    }

    /** The articles that the bot has answered with. */
    public Set<String> articlesGiven() {
        return messages.stream()
                .filter(Message::isAnswer)
                .flatMap(message -> message.sourceList().stream())
                .map(Source::article)
                .collect(toUnmodifiableSet());
    }

    /** How many answers the bot has given that the customer did not call helpful. */
    public int rounds() {
        return count(message -> message.isAnswer() && !Boolean.TRUE.equals(message.helped()));
    }

    /** How often the bot has answered small talk: with a kind word, or by asking what it is about. */
    public int smallTalks() {
        return count(Message::isSmallTalk);
    }

    /** Whether the bot has asked the customer to choose between two matters. */
    public boolean askedBack() {
        return count(message -> !message.choiceList().isEmpty()) > 0;
    }

    private int count(Predicate<Message> like) {
        return (int) messages.stream().filter(like).count();
    }
}
