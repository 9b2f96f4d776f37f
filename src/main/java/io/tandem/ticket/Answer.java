package io.tandem.ticket;

import com.github.f4b6a3.uuid.UuidCreator;
import io.tandem.ticket.Message.Source;
import io.tandem.ticket.Message.Sources;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;

/**
 * What the bot would say on a ticket: sent if the process lets it, else offered to the agent. A ticket has one, the
 * latest.
 *
 * @param message the id that the message will have, so that a repeated sending is recognized
 * @param basedOn the position of the last message that the bot had read
 * @param choices what the customer can be asked to choose from, if two articles are close
 * @param confidence calibrated, 0 to 1
 */
public record Answer(
        @Id UUID ticket,
        UUID message,
        int basedOn,
        @Nullable String article,
        @Nullable String topic,
        String text,
        @Nullable Sources sources,
        @Nullable Sources choices,
        double confidence,
        Instant foundAt) {

    public static Answer found(UUID ticket, int basedOn, Finding finding, Instant at) {
        return new Answer(
                ticket,
                UuidCreator.getTimeOrderedEpoch(),
                basedOn,
                finding.sources().stream().map(Source::article).findFirst().orElse(null),
                finding.topic(),
                finding.text(),
                new Sources(finding.sources()),
                new Sources(finding.choices()),
                finding.confidence(),
                at);
    }

    /**
     * What the bot found for a message; without sources it knows no answer and its confidence is 0.
     *
     * @param either calibrated confidence that one of the two best topics is right; 0 if there is no second
     * @param choices these two topics' articles, the best first; empty if there is no second
     */
    public record Finding(
            @Nullable String topic,
            String text,
            List<Source> sources,
            double confidence,
            double either,
            List<Source> choices) {

        public static final Finding NOTHING = new Finding(null, "", List.of(), 0, 0, List.of());
    }

    public Sources sourcesOrNone() {
        return sources == null ? Sources.NONE : sources;
    }

    public List<Source> choiceList() {
        return choices == null ? List.of() : choices.list();
    }
}
