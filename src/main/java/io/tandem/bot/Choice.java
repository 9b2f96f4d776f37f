package io.tandem.bot;

import io.tandem.ticket.Message.Source;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which of the articles that the bot asked about the customer means: by its title, as the buttons send it, or by its
 * place. Anything longer is read like every other message.
 */
final class Choice {

    /** What makes a place polite or complete, but says nothing. */
    private static final Set<String> FILLERS = Set.of(
            "the", "one", "option", "number", "answer", "please", "i", "mean", "that", "it", "is", "its", "der", "die",
            "das", "den", "nummer", "nr", "antwort", "frage", "bitte", "ich", "meine", "es", "ist");

    private static final List<Set<String>> PLACES = List.of(
            Set.of("1", "1st", "a", "first", "former", "erste", "erster", "erstes", "ersten", "erstere", "ersteres"),
            Set.of(
                    "2",
                    "2nd",
                    "b",
                    "second",
                    "latter",
                    "zweite",
                    "zweiter",
                    "zweites",
                    "zweiten",
                    "letztere",
                    "letzteres"));

    private Choice() {}

    static Optional<Source> in(String text, List<Source> choices) {
        var words = words(text);
        return choices.stream()
                .filter(choice -> words(choice.title()).equals(words))
                .findFirst()
                .or(() -> byPlace(words, choices));
    }

    private static List<String> words(String text) {
        return Words.in(text).stream().map(Words.Word::plain).toList();
    }

    private static Optional<Source> byPlace(List<String> words, List<Source> choices) {
        var said = words.stream().filter(word -> !FILLERS.contains(word)).toList();
        if (said.size() != 1) return Optional.empty();
        for (int place = 0; place < Math.min(choices.size(), PLACES.size()); place++) {
            if (PLACES.get(place).contains(said.get(0))) return Optional.of(choices.get(place));
        }
        return Optional.empty();
    }
}
