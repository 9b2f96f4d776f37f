package io.tandem.bot.wording;

import io.tandem.bot.Conversation;
import io.tandem.bot.Summaries;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets a language model say in a sentence what the customer wrote. In doubt, nothing is said. */
final class LanguageModelSummaries implements Summaries {

    private static final Logger log = LoggerFactory.getLogger(LanguageModelSummaries.class);

    private final PatientModel model;

    LanguageModelSummaries(PatientModel model) {
        this.model = model;
    }

    @Override
    public Optional<String> of(Conversation conversation) {
        if (model.isResting()) return Optional.empty();
        try {
            return summary(conversation);
        } catch (Unusable unusable) {
            log.warn("The language model's summary is not used: {}", unusable.getMessage());
        } catch (RuntimeException broken) {
            // Its message may hold what the customer wrote.
            log.warn("The language model's summary is not used: {}", broken.getClass());
        }
        return Optional.empty();
    }

    private Optional<String> summary(Conversation conversation) {
        var placeholders = new Placeholders(conversation);
        var transcript = Transcript.of(conversation, placeholders);
        var prompt = new SummaryPrompt(transcript, conversation.language());
        var said = model.ask(prompt.rules(), prompt.data());
        if (prompt.declines(said)) return Optional.empty();
        prompt.checkKept(said);
        return Optional.of(placeholders.putBackPlain(CheckedSummary.of(said, transcript)));
    }
}
