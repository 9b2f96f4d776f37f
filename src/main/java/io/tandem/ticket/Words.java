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
        @Nullable String topic,
        @Nullable Double confidence,
        @Nullable String providerId) {

    public static Words ofCustomer(@Nullable String name, String text, @Nullable String providerId) {
        return new Words(newId(), Author.CUSTOMER, name, text, false, Sources.NONE, null, null, providerId);
    }

    public static Words ofAgent(String name, String text, String providerId) {
        return new Words(newId(), Author.AGENT, name, text, false, Sources.NONE, null, null, providerId);
    }

    public static Words ofSystem(String text) {
        return new Words(newId(), Author.SYSTEM, null, text, false, Sources.NONE, null, null, null);
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
                answer.topic(),
                answer.confidence(),
                null);
    }

    public static Words note(Author author, @Nullable String name, String text, @Nullable String providerId) {
        return new Words(newId(), author, name, text, true, Sources.NONE, null, null, providerId);
    }

    private static UUID newId() {
        return UuidCreator.getTimeOrderedEpoch();
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
                topic,
                confidence,
                null,
                ticket.channel(),
                providerId,
                at);
    }
}
