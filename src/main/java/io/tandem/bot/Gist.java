package io.tandem.bot;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Picks the sentences in which customers say what it is about and what they want, so that an agent need not read all
 * of it first. It needs nothing that was learnt: it works while the bot does not.
 */
@Component
public class Gist {

    private static final int LONGEST_TEXT = 10_000;
    private static final int MOST_SENTENCES = 60;
    /** A longer sentence says no more than one of so many words. */
    private static final int ENOUGH_WORDS = 12;

    private final Topics topics;
    private final Signals signals;

    Gist(Topics topics, Signals signals) {
        this.topics = topics;
        this.signals = signals;
    }

    /**
     * The sentence that says most about the topic; where none is known, the one that says most at all. Greetings and
     * the wish for a person only count if there is nothing else.
     */
    public String matter(String words, @Nullable String topic, String language) {
        var sentences = sentences(words, language);
        var telling = sentences.stream().filter(this::tellsSomething).toList();
        var about = topic == null ? Set.<String>of() : topics.stems(topic, language);
        return (telling.isEmpty() ? sentences : telling)
                .stream()
                        .max(Comparator.comparingDouble(sentence -> weight(sentence, about)))
                        .orElse(words.strip());
    }

    /** The last sentence in which they ask for something else than a person. */
    public Optional<String> wanted(String words, String language) {
        return sentences(words, language).stream()
                .filter(this::tellsSomething)
                .filter(signals::asksForSomething)
                .reduce((earlier, later) -> later);
    }

    private boolean tellsSomething(String sentence) {
        return !Stems.of(sentence).isEmpty()
                && signals.smallTalk(sentence) == SmallTalk.NONE
                && !signals.wantsHuman(sentence);
    }

    private double weight(String sentence, Set<String> about) {
        var stems = Stems.of(sentence);
        var shared = stems.stream().filter(about::contains).count();
        return shared + Math.min(ENOUGH_WORDS, stems.size()) / (double) ENOUGH_WORDS;
    }

    private static List<String> sentences(String words, String language) {
        var start = words.substring(0, Math.min(words.length(), LONGEST_TEXT));
        var sentences = new ArrayList<String>();
        var borders = BreakIterator.getSentenceInstance(Locale.forLanguageTag(language));
        for (var line : start.split("\\R")) {
            borders.setText(line);
            for (int from = borders.first(), to = borders.next();
                    to != BreakIterator.DONE;
                    from = to, to = borders.next()) {
                var sentence = line.substring(from, to).strip();
                if (!sentence.isEmpty() && sentences.size() < MOST_SENTENCES) sentences.add(sentence);
            }
        }
        return sentences;
    }
}
