package io.tandem.bot;

import io.tandem.bot.Guesses.Guess;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a customer wants: their last words, which may ask several things, read in the light of what they said before.
 *
 * @param lastWords since somebody last answered
 * @param allWords from the beginning
 */
record Matter(String lastWords, String allWords) {

    private static final Pattern END_OF_SENTENCE = Pattern.compile("(?<=[.!?…])\\s+|\\n+");
    private static final int MOST_SENTENCES = 8;
    private static final int MOST_QUESTIONS = 3;
    private static final double LIKELIER_THAN_NOT = 0.5;
    /** Between several answers and one of them nobody can choose. */
    private static final double NO_SECOND = 0;

    /** Whichever reading is surer: "And abroad?" means little alone, a new question more without the old one. */
    Guesses read(Function<String, Guesses> reader) {
        var alone = severally(reader);
        if (allWords.equals(lastWords)) return alone;
        var together = reader.apply(allWords);
        return together.confidence() > alone.confidence() ? together : alone;
    }

    /** If sentences ask about different articles, they are as many questions, and none of them may be passed over. */
    private Guesses severally(Function<String, Guesses> reader) {
        var whole = reader.apply(lastWords);
        var asked = new LinkedHashMap<String, Guess>();
        for (var sentence : asking()) {
            reader.apply(sentence)
                    .best()
                    .filter(guess -> guess.confidence() > whole.confidence()
                            || isQuestion(sentence) && guess.confidence() > LIKELIER_THAN_NOT)
                    .ifPresent(guess ->
                            asked.merge(guess.first().id(), guess, (a, b) -> a.confidence() < b.confidence() ? b : a));
        }
        if (asked.size() < 2 || asked.size() > MOST_QUESTIONS) return whole;
        var all = new ArrayList<Guess>();
        all.add(combined(List.copyOf(asked.values())));
        all.addAll(whole.list());
        return new Guesses(all, NO_SECOND);
    }

    /** What is told before a question often looks like another article and asks for none. */
    private List<String> asking() {
        var questions = sentences().stream().filter(Matter::isQuestion).toList();
        return questions.isEmpty() ? sentences() : questions;
    }

    private static boolean isQuestion(String sentence) {
        return sentence.strip().endsWith("?");
    }

    private List<String> sentences() {
        var sentences = Stream.of(END_OF_SENTENCE.split(lastWords))
                .filter(sentence -> !sentence.isBlank())
                .limit(MOST_SENTENCES)
                .toList();
        return sentences.size() < 2 ? List.of() : sentences;
    }

    /** All of them have to be right: it is no surer than the least sure. */
    private static Guess combined(List<Guess> parts) {
        var articles = parts.stream().map(Guess::first).toList();
        var least = parts.stream()
                .min(Comparator.comparingDouble(Guess::confidence))
                .orElseThrow();
        return new Guess(articles, least.confidence());
    }
}
