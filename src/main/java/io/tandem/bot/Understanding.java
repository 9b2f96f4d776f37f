package io.tandem.bot;

import org.jspecify.annotations.Nullable;

/**
 * What the bot reads out of a customer's words.
 *
 * @param topic what it is about, if the bot recognizes it
 * @param confidence that the topic is right, 0 to 1
 * @param either calibrated confidence that one of the two best topics is right; 0 if there is no second
 * @param autonomy how far the bot may go in this topic
 */
public record Understanding(
        String language,
        @Nullable String topic,
        double confidence,
        double either,
        Autonomy autonomy,
        Mood mood,
        SmallTalk smallTalk,
        boolean wantsHuman) {

    /** How far the bot may go in a topic: keep out of it, offer answers to agents, answer customers. */
    public enum Autonomy {
        OFF,
        SUGGEST,
        ANSWER
    }

    public enum Mood {
        CALM,
        ANNOYED,
        FURIOUS,
        DISTRESSED
    }

    /** What is known of words that nobody has read. */
    public static Understanding none(String language) {
        return new Understanding(language, null, 0, 0, Autonomy.OFF, Mood.CALM, SmallTalk.NONE, false);
    }
}
