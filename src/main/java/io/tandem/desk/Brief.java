package io.tandem.desk;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an agent reads first, so that nobody has to repeat themselves.
 *
 * @param matter what it is about, in the customer's own words
 * @param wants what the customer seems to want, if the bot recognized it
 * @param reason why a person has it, in words
 * @param tried the answers that the bot has given
 * @param facts what can be copied: numbers, amounts, dates, addresses
 */
record Brief(
        String matter,
        @Nullable String wants,
        String reason,
        List<Tried> tried,
        List<Fact> facts,
        @Nullable String mood,
        String language,
        List<Earlier> earlier,
        Instant createdAt) {

    Brief wanting(String wants) {
        return new Brief(matter, wants, reason, tried, facts, mood, language, earlier, createdAt);
    }

    record Tried(
            String title, String url, Instant at, @Nullable Boolean helped) {}

    /** @param kind as {@link io.tandem.bot.Fact.Kind#key} names it */
    record Fact(String kind, String value) {}

    /** An earlier ticket of the same customer. */
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
