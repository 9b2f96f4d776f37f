package io.tandem.bot;

import static java.util.Comparator.comparingDouble;
import static java.util.stream.Collectors.toMap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;

/**
 * Finds articles of one language by a customer's words: BM25 over the example questions, the title and the answer, each
 * by stems and by pieces of words. The weights make the scores log-likelihoods: they were fitted as a conditional logit
 * on the shop's example questions, each left out in its turn. There an article's questions taken together found it far
 * more often than the best single one (top-1 0.38 against 0.28), so that the single one counts steeply: as good as
 * nothing while it is only similar, and decisively when a customer asks just that.
 */
final class ArticleSearch {

    private enum Part {
        QUESTIONS(0.40, 0.13),
        TITLE(0.25, 0.14),
        TEXT(0.45, 0.17);

        private final double stems;
        private final double pieces;

        Part(double stems, double pieces) {
            this.stems = stems;
            this.pieces = pieces;
        }

        String inPieces() {
            return name() + "_PIECES";
        }
    }

    /** An article that was found, and what speaks for it. */
    record Match(Article article, Evidence evidence) {}

    private static final double SAME_QUESTION = 6;
    private static final int MOST_TERMS = 1_000;
    private static final int MOST_MATCHES = 10;

    private final WordForms forms;
    private final List<Article> articles;
    private final Vocabulary vocabulary;
    private final IndexSearcher index;

    ArticleSearch(String language, Collection<Article> articles) {
        this.articles = List.copyOf(articles);
        forms = new WordForms(language);
        vocabulary = new Vocabulary(forms, articles);
        index = index();
    }

    /** One document an article, in the articles' order, so that its number is the article's. */
    private IndexSearcher index() {
        var directory = new ByteBuffersDirectory();
        var pieces = Map.of(
                Part.QUESTIONS.inPieces(), forms.pieces(),
                Part.TITLE.inPieces(), forms.pieces(),
                Part.TEXT.inPieces(), forms.pieces());
        var analyzer = new PerFieldAnalyzerWrapper(forms.stems(), pieces);
        try (var writer = new IndexWriter(directory, new IndexWriterConfig(analyzer))) {
            writer.addDocuments(articles.stream().map(ArticleSearch::document).toList());
            writer.commit();
            var searcher = new IndexSearcher(DirectoryReader.open(directory));
            searcher.setQueryCache(null);
            return searcher;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Document document(Article article) {
        var document = new Document();
        article.questions().forEach(question -> add(document, Part.QUESTIONS, question));
        add(document, Part.TITLE, article.title());
        add(document, Part.TEXT, article.text());
        return document;
    }

    private static void add(Document document, Part part, String text) {
        var essence = part == Part.TEXT ? text : WordForms.essence(text);
        document.add(new TextField(part.name(), essence, Store.NO));
        document.add(new TextField(part.inPieces(), essence, Store.NO));
    }

    /** The articles that share words with the text, the best first. */
    List<Match> search(String text) {
        var asked = vocabulary.stems(text);
        var scores = scores(WordForms.essence(text), asked);
        var shares = shares(scores);
        return IntStream.range(0, scores.length)
                .filter(i -> scores[i] > 0)
                .boxed()
                .sorted(comparingDouble(i -> -scores[i]))
                .limit(MOST_MATCHES)
                .map(i -> match(articles.get(i), shares, asked))
                .toList();
    }

    private Match match(Article article, Map<String, Double> shares, Set<String> asked) {
        var evidence = new Evidence(
                shares.getOrDefault(article.topic(), 0.0), vocabulary.known(asked), vocabulary.covered(asked, article));
        return new Match(article, evidence);
    }

    private double[] scores(String text, Set<String> asked) {
        var scores = new double[articles.size()];
        var stems = WordForms.terms(forms.stems(), text);
        var pieces = WordForms.terms(forms.pieces(), text);
        for (var part : Part.values()) {
            addScores(scores, part.name(), stems, part.stems);
            addScores(scores, part.inPieces(), pieces, part.pieces);
        }
        for (int i = 0; i < scores.length; i++) scores[i] += sameQuestion(asked, articles.get(i));
        return scores;
    }

    private double sameQuestion(Set<String> asked, Article article) {
        return SAME_QUESTION * Math.pow(vocabulary.closest(asked, article), 4);
    }

    private void addScores(double[] scores, String field, Set<String> terms, double weight) {
        var query = new BooleanQuery.Builder();
        terms.stream().limit(MOST_TERMS).forEach(term -> query.add(new TermQuery(new Term(field, term)), Occur.SHOULD));
        try {
            for (var hit : index.search(query.build(), Math.max(1, scores.length)).scoreDocs) {
                scores[hit.doc] += weight * hit.score;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How the likelihood is shared out among the topics, each standing with its best article. */
    private Map<String, Double> shares(double[] scores) {
        var highest = DoubleStream.of(scores).max().orElse(0);
        var best = IntStream.range(0, scores.length)
                .boxed()
                .collect(toMap(i -> articles.get(i).topic(), i -> Math.exp(scores[i] - highest), Math::max));
        var all = best.values().stream().mapToDouble(Double::doubleValue).sum();
        best.replaceAll((topic, likelihood) -> likelihood / all);
        return best;
    }
}
