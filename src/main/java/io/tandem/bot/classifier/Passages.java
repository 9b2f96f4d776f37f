package io.tandem.bot.classifier;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;

/** Everything that is written about each topic, searched by Lucene's BM25: titles, examples and passages, by stems. */
final class Passages {

    private enum Part {
        TITLES(1),
        EXAMPLES(1),
        PASSAGES(1);

        private final float weight;

        Part(float weight) {
            this.weight = weight;
        }
    }

    private static final int MOST_TERMS = 200;
    private static final int MOST_FOUND = 200;

    private final Terms terms;
    private final int topics;
    private final IndexSearcher index;

    /** @param lessons in the order of the topics' numbers */
    Passages(Terms terms, List<Lesson> lessons) {
        this.terms = terms;
        topics = lessons.size();
        index = index(lessons);
    }

    private IndexSearcher index(List<Lesson> lessons) {
        var directory = new ByteBuffersDirectory();
        Analyzer blanks = new WhitespaceAnalyzer();
        try (var writer = new IndexWriter(directory, new IndexWriterConfig(blanks))) {
            for (var lesson : lessons) writer.addDocument(document(lesson));
            writer.forceMerge(1);
            writer.commit();
            var searcher = new IndexSearcher(DirectoryReader.open(directory));
            searcher.setQueryCache(null);
            return searcher;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Document document(Lesson lesson) {
        var document = new Document();
        add(document, Part.TITLES, lesson.titles());
        add(document, Part.EXAMPLES, lesson.examples());
        add(document, Part.PASSAGES, lesson.passages());
        return document;
    }

    private void add(Document document, Part part, List<String> texts) {
        for (var text : texts) {
            document.add(new TextField(part.name(), String.join(" ", terms.ideas(text, false)), Store.NO));
        }
    }

    /** The score of every topic; 0 for those beyond the best 200. */
    float[] scores(String text) {
        Set<String> asked = new TreeSet<>(terms.ideas(text, true));
        var query = new BooleanQuery.Builder();
        for (var part : Part.values()) {
            asked.stream()
                    .limit(MOST_TERMS)
                    .map(term -> new BoostQuery(new TermQuery(new Term(part.name(), term)), part.weight))
                    .forEach(clause -> query.add(clause, Occur.SHOULD));
        }
        var scores = new float[topics];
        try {
            for (var hit : index.search(query.build(), MOST_FOUND).scoreDocs) scores[hit.doc] = hit.score;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return scores;
    }
}
