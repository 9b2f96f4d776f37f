package io.tandem.desk;

import io.tandem.attachment.Attachment;
import io.tandem.desk.Brief.Earlier;
import io.tandem.desk.Brief.Tried;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an agent reads first, in the agent's language, so that nobody has to repeat themselves. What the customer has
 * written since the handover counts, too.
 *
 * @param topic the title of what the bot took it for
 * @param facts what can be copied: numbers, amounts, dates, addresses
 * @param attachments what the customer has sent along
 * @param stillToAsk the facts that the topic needs and that stand nowhere, as the articles name them
 */
record BriefView(
        String matter,
        @Nullable String wants,
        @Nullable String summary,
        @Nullable String topic,
        String reason,
        List<Tried> tried,
        List<String> askedBack,
        List<KnownFact> facts,
        List<Attachment> attachments,
        List<String> stillToAsk,
        @Nullable String mood,
        String language,
        List<Earlier> earlier,
        Instant createdAt) {

    /** @param kind as {@link io.tandem.bot.Fact.Kind#key} names it */
    record KnownFact(String kind, String value) {}
}
