package io.tandem.bot.classifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A shop that begins with a handful of articles: there is little to compare with, and no reason to be sure of everything. */
class FewTopicsTest {

    private static final Lesson RETURNS = new Lesson(
            "return-how",
            List.of("How do I return something?"),
            List.of(
                    "How do I return something?",
                    "I want to send my order back",
                    "where do I send the shoes back to",
                    "returning an article",
                    "can I return what I bought"),
            List.of("Put the article into its box, stick the return label onto it and take it to a parcel shop."));
    private static final Lesson DELIVERY = new Lesson(
            "delivery-time",
            List.of("How long does delivery take?"),
            List.of(
                    "How long does delivery take?",
                    "when will my parcel come",
                    "delivery time",
                    "how many days until you deliver",
                    "is it shipped today"),
            List.of("Delivery takes two to four working days after we have sent the parcel."));

    private static double confidence(List<Lesson> lessons, String text) {
        var judged = TopicClassifier.train("en", lessons, List.of()).judge(text);
        return judged.guesses().stream()
                .findFirst()
                .map(Judgement.Guess::confidence)
                .orElse(0.0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"what is the weather like today", "my blender plays the anthem", "are you married?"})
    void nobodyIsSureOfWhatNoTopicIsAbout(String strange) {
        assertThat(confidence(List.of(RETURNS), strange)).isLessThan(0.5);
        // From 0.7 on the shop's table lets the bot speak.
        assertThat(confidence(List.of(RETURNS, DELIVERY), strange)).isLessThan(0.7);
    }

    @Test
    void whatATopicIsAboutIsStillFound() {
        assertThat(confidence(List.of(RETURNS), "How do I return something?")).isGreaterThan(0.9);
        assertThat(confidence(List.of(RETURNS), "how can I return my order"))
                .isGreaterThan(confidence(List.of(RETURNS), "what is the weather like today") + 0.2);
        assertThat(confidence(List.of(RETURNS, DELIVERY), "how can I return my order"))
                .isGreaterThan(0.6);
    }
}
