package io.tandem.desk.offer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.DelegatingAnalyzerWrapper;
import org.apache.lucene.analysis.de.GermanAnalyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** The stems of a text's words, without the small ones. Each language has a field of its own. */
final class Stems extends DelegatingAnalyzerWrapper {

    private static final String FIELD = "words-";
    private static final int MOST = 300;

    private final Analyzer german = new GermanAnalyzer();
    private final Analyzer english = new EnglishAnalyzer();
    private final Analyzer other = new StandardAnalyzer();

    Stems() {
        super(PER_FIELD_REUSE_STRATEGY);
    }

    static String field(String language) {
        return FIELD + language;
    }

    @Override
    protected Analyzer getWrappedAnalyzer(String field) {
        return switch (field) {
            case FIELD + "de" -> german;
            case FIELD + "en" -> english;
            default -> other;
        };
    }

    List<String> in(String text, String language) {
        try (var stream = tokenStream(field(language), text)) {
            var term = stream.addAttribute(CharTermAttribute.class);
            var stems = new ArrayList<String>();
            stream.reset();
            while (stream.incrementToken() && stems.size() < MOST) stems.add(term.toString());
            stream.end();
            return stems.stream().distinct().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
