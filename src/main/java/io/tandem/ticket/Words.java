package io.tandem.ticket;

import com.github.f4b6a3.uuid.UuidCreator;
import io.tandem.ticket.Message.Author;
import io.tandem.ticket.Message.Sources;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Words that are to become a {@link Message}: what somebody says, before the ticket gives it its place. */
public record Words(
        UUID id,
        Author author,
        @Nullable String name,
        String text,
        boolean internal,
        Sources sources,
        Sources choices,
        @Nullable String topic,
        @Nullable Double confidence,
        @Nullable String providerId) {

    public static Words ofCustomer(@Nullable String name, String text, @Nullable String providerId) {
        return plain(Author.CUSTOMER, name, text, false, providerId);
    }

    public static Words ofAgent(String name, String text, String providerId) {
        return plain(Author.AGENT, name, text, false, providerId);
    }

    public static Words ofSystem(String text) {
        return plain(Author.SYSTEM, null, text, false, null);
    }

    public static Words note(Author author, @Nullable String name, String text, @Nullable String providerId) {
        return plain(author, name, text, true, providerId);
    }

    private static Words plain(
            Author author, @Nullable String name, String text, boolean internal, @Nullable String providerId) {
        var id = UuidCreator.getTimeOrderedEpoch();
        return new Words(id, author, name, text, internal, Sources.NONE, Sources.NONE, null, null, providerId);
    }

    /** A bot's answer keeps the id that it got when it was found, so that a repeated sending is recognized. */
    public static Words ofBot(Answer answer, String text) {
        return new Words(
                answer.message(),
                Author.BOT,
                null,
                text,
                false,
                answer.sourcesOrNone(),
                Sources.NONE,
                answer.topic(),
                answer.sourcesOrNone().list().isEmpty() ? null : answer.confidence(),
                null);
    }

    /** What the bot asks instead of an answer; its id, too, is the one that was got when the answer was looked for. */
    public static Words asking(Answer answer, String text) {
        return new Words(
                answer.message(),
                Author.BOT,
                null,
                text,
                false,
                Sources.NONE,
                new Sources(answer.choiceList()),
                null,
                null,
                null);
    }

    Message at(Ticket ticket, Instant at) {
        return new Message(
                id,
                ticket.id(),
                ticket.nextPosition(),
                author,
                name,
                text,
                internal,
                sources,
                choices,
                topic,
                confidence,
                null,
                ticket.channel(),
                providerId,
                false,
                at);
    }
}
