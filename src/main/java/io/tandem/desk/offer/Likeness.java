package io.tandem.desk.offer;

import static java.util.Comparator.comparingDouble;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;

/**
 * How like solved tickets are to some words: BM25 (Robertson and Zaragoza, 2009) as a share of the most that these words
 * could reach, so that it means the same for short and long texts, in small and large indexes. A word that no solved
 * ticket has counts like the average of the others: who talks of something new is like nobody.
 */
final class Likeness {

    /** The words that tell most; the rest would cost more time than it tells. */
    private static final int MOST_WORDS = 24;

    private static final double SAME_TOPIC = 0.25;
    private static final Stems STEMS = new Stems();

    private final String field;
    private final @Nullable String topic;
    private final List<Weighed> words;
    private final double full;

    private record Weighed(String word, double weight) {}

    Likeness(IndexSearcher searcher, String language, @Nullable String topic, String text) throws IOException {
        this.field = Stems.field(language);
        this.topic = topic;
        var reader = searcher.getIndexReader();
        var documents = reader.getDocCount(field);
        var known = new ArrayList<Weighed>();
        int unknown = 0;
        for (var word : STEMS.in(text, language)) {
            var having = reader.docFreq(new Term(field, word));
            if (having == 0) unknown++;
            else known.add(new Weighed(word, Math.log(1 + (documents - having + 0.5) / (having + 0.5))));
        }
        words = known.stream()
                .sorted(comparingDouble(Weighed::weight).reversed())
                .limit(MOST_WORDS)
                .toList();
        var share = known.isEmpty() ? 0 : unknown / (double) known.size();
        full = words.stream().mapToDouble(Weighed::weight).sum() * (1 + share);
    }

    boolean isEmpty() {
        return words.isEmpty();
    }

    Query query() {
        var query = new BooleanQuery.Builder();
        for (var word : words) query.add(new TermQuery(new Term(field, word.word())), Occur.SHOULD);
        var spoken = new BooleanQuery.Builder().add(query.build(), Occur.MUST);
        if (topic != null) {
            var same = new ConstantScoreQuery(new TermQuery(new Term(SolvedIndex.TOPIC, topic)));
            spoken.add(new BoostQuery(same, (float) (SAME_TOPIC * full)), Occur.SHOULD);
        }
        return spoken.build();
    }

    /** @param score that Lucene gave for the query */
    double of(double score) {
        return Math.min(1, score / full);
    }
}
