package io.tandem.bot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.de.GermanAnalyzer;
import org.apache.lucene.analysis.de.GermanNormalizationFilter;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.ngram.NGramTokenFilter;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * The forms in which a language's words are compared: stems, and pieces of words, which find typing errors and the
 * parts of compounds. Small words stay: customers' questions often differ by nothing else.
 */
final class WordForms {

    private static final Pattern APOSTROPHE = Pattern.compile("(?<=\\p{L})['’`´](?=\\p{L})");
    private static final Pattern LONG_NUMBER = Pattern.compile("[\\p{L}\\p{N}-]*\\d{4}[\\p{L}\\p{N}-]*");
    private static final int LONGEST_TEXT = 2_000;
    private static final int PIECE = 4;

    private final Analyzer stems;
    private final Analyzer pieces = new Pieces();

    WordForms(String language) {
        stems = switch (language) {
            case "de" -> new GermanAnalyzer(CharArraySet.EMPTY_SET);
            case "en" -> new EnglishAnalyzer(CharArraySet.EMPTY_SET);
            default -> new StandardAnalyzer();
        };
    }

    Analyzer stems() {
        return stems;
    }

    Analyzer pieces() {
        return pieces;
    }

    /** What is worth comparing: order numbers tell nothing of the matter, and 2,000 characters tell it. */
    static String essence(String text) {
        var start = text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text;
        return LONG_NUMBER.matcher(APOSTROPHE.matcher(start).replaceAll("")).replaceAll(" ");
    }

    /** The different terms of the text, in their order. */
    static Set<String> terms(Analyzer analyzer, String text) {
        try (TokenStream stream = analyzer.tokenStream("", text)) {
            var term = stream.addAttribute(CharTermAttribute.class);
            var terms = new LinkedHashSet<String>();
            stream.reset();
            while (stream.incrementToken()) terms.add(term.toString());
            stream.end();
            return terms;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Pieces extends Analyzer {
        @Override
        protected TokenStreamComponents createComponents(String field) {
            var words = new StandardTokenizer();
            var normal = new GermanNormalizationFilter(new LowerCaseFilter(words));
            return new TokenStreamComponents(words, new NGramTokenFilter(normal, PIECE, PIECE, true));
        }
    }
}
