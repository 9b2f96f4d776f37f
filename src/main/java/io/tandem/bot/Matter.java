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

    /** Whichever reading is surer: "And abroad?" means little alone, a new question more without the old one. */
    Guesses read(Function<String, Guesses> reader) {
        var alone = severally(reader);
        if (allWords.equals(lastWords)) return alone;
        var together = reader.apply(allWords);
        return together.confidence() > alone.confidence() ? together : alone;
    }

    /** If sentences mean different articles and each is clearer than the whole, they are as many questions. */
    private Guesses severally(Function<String, Guesses> reader) {
        var whole = reader.apply(lastWords);
        var clearer = new LinkedHashMap<String, Guess>();
        sentences().stream()
                .map(reader)
                .flatMap(guesses -> guesses.best().stream())
                .filter(guess -> guess.confidence() > whole.confidence())
                .forEach(guess ->
                        clearer.merge(guess.first().id(), guess, (a, b) -> a.confidence() < b.confidence() ? b : a));
        if (clearer.size() < 2 || clearer.size() > MOST_QUESTIONS) return whole;
        var both = new ArrayList<Guess>();
        both.add(combined(List.copyOf(clearer.values())));
        both.addAll(whole.list());
        return new Guesses(both, Math.max(both.get(0).confidence(), whole.either()));
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
