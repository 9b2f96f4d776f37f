package io.tandem.desk;

import io.tandem.ticket.Ticket.Handover;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What stands in a ticket when it is handed over, as it is kept. Agents read it as a {@link BriefView}.
 *
 * @param matter what it is about: one sentence of the customer's own words
 * @param wants the sentence in which the customer asks for something, if that is another one
 * @param summary the matter in one sentence of a language model's, if the operator has one
 * @param reason why a person has it: a {@link Handover}
 * @param tried the answers that the bot has given
 * @param askedBack the matters between which the bot let the customer choose, by their titles
 */
record Brief(
        String matter,
        @Nullable String wants,
        @Nullable String summary,
        String reason,
        List<Tried> tried,
        List<String> askedBack,
        @Nullable String mood,
        String language,
        List<Earlier> earlier,
        Instant createdAt) {

    /** Briefs that were written before there were questions back have none. */
    @SuppressWarnings("NullAway") // what is read from the database may lack it
    Brief {
        askedBack = askedBack == null ? List.of() : askedBack;
    }

    Brief summarizedAs(String summary) {
        return new Brief(matter, wants, summary, reason, tried, askedBack, mood, language, earlier, createdAt);
    }

    /** A brief was written; told within its transaction. */
    record Written(UUID ticket) {}

    /** @param helped what the customer said of it, if anything */
    record Tried(
            String title, String url, Instant at, @Nullable Boolean helped) {}

    /** An earlier ticket of the same customer, and what became of it. */
    record Earlier(
            long number,
            Instant openedAt,
            @Nullable String topic,
            @Nullable String resolution,
            @Nullable Integer rating) {

        Earlier about(String title) {
            return new Earlier(number, openedAt, title, resolution, rating);
        }
    }
}
