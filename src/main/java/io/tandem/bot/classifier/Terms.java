package io.tandem.bot.classifier;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.de.GermanAnalyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * The words of a text in the forms in which a language's texts are compared: as spelt, and as stems. Small words stay:
 * customers' questions often differ by nothing else. Digits look all the same: order numbers tell nothing of the matter.
 */
final class Terms {

    /** What a text is about stands in its first 2,000 characters; more would only cost time. */
    private static final int LONGEST_TEXT = 2_000;

    private static final int MOST_WORDS = 300;
    private static final int LONGEST_WORD = 40;
    private static final Pattern APOSTROPHE = Pattern.compile("(?<=\\p{L})['’`´](?=\\p{L})");
    private static final Pattern DIGIT = Pattern.compile("\\p{Nd}");
    private static final Pattern LONG_NUMBER = Pattern.compile("0{4,}");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+|[?!€$£%]|\\p{So}");

    private final Analyzer stems;
    private final Thesaurus synonyms;

    Terms(String language, List<SynonymGroup> groups) {
        stems = switch (language) {
            case "de" -> new GermanAnalyzer(CharArraySet.EMPTY_SET);
            case "en" -> new EnglishAnalyzer(CharArraySet.EMPTY_SET);
            default -> new StandardAnalyzer();
        };
        synonyms = new Thesaurus(groups, this::stems);
    }

    private static String plain(String text) {
        var start = text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text;
        var composed = Normalizer.normalize(start, Normalizer.Form.NFKC);
        var small = APOSTROPHE.matcher(composed).replaceAll("").toLowerCase(Locale.ROOT);
        return LONG_NUMBER.matcher(DIGIT.matcher(small).replaceAll("0")).replaceAll("0000");
    }

    List<String> words(String text) {
        var spelt = plain(text)
                .replace("ä", "ae")
                .replace("ö", "oe")
                .replace("ü", "ue")
                .replace("ß", "ss");
        return WORD.matcher(spelt)
                .results()
                .limit(MOST_WORDS)
                .map(word ->
                        word.group().length() > LONGEST_WORD ? word.group().substring(0, LONGEST_WORD) : word.group())
                .toList();
    }

    /**
     * The stems, and what they have in common with their synonyms.
     *
     * @param asking whether it is a question: see {@link Thesaurus#meanings}
     */
    List<String> ideas(String text, boolean asking) {
        var ideas = new ArrayList<>(stems(text));
        ideas.addAll(synonyms.meanings(ideas, asking));
        return ideas;
    }

    List<String> stems(String text) {
        try (var stream = stems.tokenStream("", plain(text))) {
            var term = stream.addAttribute(CharTermAttribute.class);
            var terms = new ArrayList<String>();
            stream.reset();
            while (stream.incrementToken() && terms.size() < MOST_WORDS) terms.add(term.toString());
            stream.end();
            return terms;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
