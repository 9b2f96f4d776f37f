package io.tandem.ticket;

import com.github.f4b6a3.uuid.UuidCreator;
import io.tandem.ticket.Ticket.Holder;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;

/**
 * Something that was said on a ticket. Positions count from 1 within the ticket without gaps. Bot and system messages
 * are Markdown, what people wrote is plain text. An internal message is a note that never leaves the house.
 *
 * @param providerId the sender's own id of the message, unique within its channel
 * @param senderDoubted whether its channel knows that somebody else may have written in the customer's name
 * @param choices the articles between which the bot asks the customer to choose
 * @param topic what a bot's message is about; it asks back about none
 * @param helped what the customer said of a bot's answer
 */
public record Message(
        @Id UUID id,
        UUID ticket,
        int position,
        Author author,
        @Nullable String name,
        String text,
        boolean internal,
        @Nullable Sources sources,
        @Nullable Sources choices,
        @Nullable String topic,
        @Nullable Double confidence,
        @Nullable Boolean helped,
        String channel,
        @Nullable String providerId,
        boolean senderDoubted,
        Instant writtenAt) {

    public enum Author {
        CUSTOMER,
        BOT,
        AGENT,
        SYSTEM
    }

    /**
     * A message was stored; told after the commit to whoever shows the ticket.
     *
     * @param holder who has the ticket
     * @param copy whether it was said before, on another ticket
     */
    public record Added(Message message, Holder holder, boolean copy) {
        public UUID ticket() {
            return message.ticket();
        }
    }

    /** A message was said again on another ticket; what belongs to the original belongs to the copy, too. */
    public record Copied(UUID original, UUID copy) {}

    /** The article that an answer rests on. */
    public record Source(String article, String title) {

        /** Where everybody can read it. */
        public String url(String language) {
            return "/articles/%s/%s".formatted(language, article);
        }
    }

    public record Sources(List<Source> list) {
        public static final Sources NONE = new Sources(List.of());
    }

    /** Whether one is the other's copy: the same words of the same author at the same time. */
    public boolean isCopyOf(Message other) {
        return author == other.author && writtenAt.equals(other.writtenAt) && text.equals(other.text);
    }

    /** The sender's id stays with the original, by which a repeated delivery is recognized. */
    Message copiedTo(Ticket other) {
        return new Message(
                UuidCreator.getTimeOrderedEpoch(),
                other.id(),
                other.nextPosition(),
                author,
                name,
                text,
                internal,
                sources,
                choices,
                topic,
                confidence,
                helped,
                other.channel(),
                null,
                senderDoubted,
                writtenAt);
    }

    public List<Source> sourceList() {
        return sources == null ? List.of() : sources.list();
    }

    public List<Source> choiceList() {
        return choices == null ? List.of() : choices.list();
    }

    public boolean isFrom(Author author) {
        return this.author == author;
    }

    /** Whether the bot has answered here: a question back and a kind word rest on no article. */
    public boolean isAnswer() {
        return isFrom(Author.BOT) && !sourceList().isEmpty();
    }

    /** Whether the bot says a kind word here or asks what it is about: there was nothing to answer. */
    public boolean isSmallTalk() {
        return isFrom(Author.BOT) && sourceList().isEmpty() && choiceList().isEmpty();
    }
}
