package io.tandem.desk.offer;

import static java.util.Comparator.comparingDouble;

import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Which solved tickets are like some words. It is in memory, each node has its own, and it keeps no text: only which
 * stems occur how often, after names and facts were taken out. What it says is checked in the database before anybody
 * sees it.
 */
@Component
class SolvedIndex {

    static final String TOPIC = "topic";
    private static final String TICKET = "ticket";
    private static final String CLOSED = "closed";
    private static final double BUFFER_MB = 16;
    private static final int A_PAGE = 500;
    private static final FieldType WORDS = words();

    /** Short texts: how often a word is repeated says little, and how long somebody writes as well. */
    private static final BM25Similarity LIKENESS = new BM25Similarity(0.6f, 0.4f);

    private final IndexWriter writer;
    private final SearcherManager searchers;

    SolvedIndex() {
        try {
            var config = new IndexWriterConfig(new Stems());
            config.setSimilarity(LIKENESS).setRAMBufferSizeMB(BUFFER_MB);
            writer = new IndexWriter(new ByteBuffersDirectory(), config);
            searchers = new SearcherManager(writer, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FieldType words() {
        var type = new FieldType();
        type.setTokenized(true);
        type.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
        type.freeze();
        return type;
    }

    /** @param likeness 0 to 1, somewhat more for the same topic */
    record Hit(UUID ticket, double likeness) {}

    /** Takes the place of what was known of the ticket; found after the next {@link #show}. */
    void put(SolvedTicket ticket, String words) {
        var document = new Document();
        document.add(new StringField(TICKET, ticket.id().toString(), Store.YES));
        document.add(new LongPoint(CLOSED, ticket.closedAt().toEpochMilli()));
        document.add(new Field(Stems.field(ticket.language()), words, WORDS));
        if (ticket.topic() != null) document.add(new StringField(TOPIC, ticket.topic(), Store.NO));
        io(() -> writer.updateDocument(term(ticket.id()), document));
    }

    void forget(Collection<UUID> tickets) {
        var terms = tickets.stream().map(SolvedIndex::term).toArray(Term[]::new);
        io(() -> writer.deleteDocuments(terms));
    }

    void forgetClosedBefore(Instant moment) {
        var earlier = LongPoint.newRangeQuery(CLOSED, Long.MIN_VALUE, moment.toEpochMilli() - 1);
        io(() -> writer.deleteDocuments(earlier));
    }

    private static Term term(UUID ticket) {
        return new Term(TICKET, ticket.toString());
    }

    /** Lets searches see what has changed. */
    void show() {
        io(() -> searchers.maybeRefreshBlocking());
    }

    int size() {
        return writer.getDocStats().numDocs;
    }

    /** The solved tickets in that language that are most like it, the likest first. */
    List<Hit> like(String language, @Nullable String topic, String words, int most) {
        return searching(searcher -> {
            var likeness = new Likeness(searcher, language, topic, words);
            var hits = new ArrayList<Hit>();
            if (likeness.isEmpty()) return hits;
            var found = searcher.search(likeness.query(), most);
            for (var hit : found.scoreDocs) hits.add(new Hit(ticket(searcher, hit), likeness.of(hit.score)));
            hits.sort(comparingDouble(Hit::likeness).reversed());
            return hits;
        });
    }

    /** All tickets in it, some hundred at a time. */
    void eachPage(Consumer<List<UUID>> act) {
        searching(searcher -> {
            Query all = new MatchAllDocsQuery();
            for (var page = searcher.search(all, A_PAGE).scoreDocs; page.length > 0; ) {
                var tickets = new ArrayList<UUID>();
                for (var hit : page) tickets.add(ticket(searcher, hit));
                act.accept(tickets);
                page = searcher.searchAfter(page[page.length - 1], all, A_PAGE).scoreDocs;
            }
            return true;
        });
    }

    private static UUID ticket(IndexSearcher searcher, ScoreDoc hit) throws IOException {
        return UUID.fromString(searcher.storedFields().document(hit.doc).get(TICKET));
    }

    private <T> T searching(Search<T> search) {
        try {
            var searcher = searchers.acquire();
            try {
                searcher.setSimilarity(LIKENESS);
                return search.in(searcher);
            } finally {
                searchers.release(searcher);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private interface Search<T> {
        T in(IndexSearcher searcher) throws IOException;
    }

    private interface Act {
        void run() throws IOException;
    }

    private static void io(Act act) {
        try {
            act.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @PreDestroy
    void close() {
        io(searchers::close);
        io(writer::close);
    }
}
