package io.tandem.desk.offer;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.apache.lucene.index.IndexWriter;
import org.springframework.context.ApplicationContext;
import org.springframework.test.util.ReflectionTestUtils;

/** The solved tickets that a running Tandem knows for their likeness. */
public final class KnownTickets {

    private final SolvedIndex index;
    private final SolvedTickets solved;
    private final SolvedIndexUpkeep upkeep;

    public KnownTickets(ApplicationContext tandem) {
        index = tandem.getBean(SolvedIndex.class);
        solved = tandem.getBean(SolvedTickets.class);
        upkeep = tandem.getBean(SolvedIndexUpkeep.class);
    }

    public void isKnown(UUID ticket) {
        await().atMost(Duration.ofMinutes(1)).until(() -> contains(ticket));
    }

    public boolean contains(UUID ticket) {
        var all = new HashSet<UUID>();
        index.eachPage(all::addAll);
        return all.contains(ticket);
    }

    /** What agents may see of it. */
    public boolean isOffered(UUID ticket) {
        return solved.among(List.of(ticket)).containsKey(ticket);
    }

    /** As once an hour. */
    public void tidies() {
        upkeep.sweep();
    }

    public int count() {
        return index.size();
    }

    /** What the index holds in memory, in megabytes. */
    public double megabytes() throws IOException {
        var writer = (IndexWriter) ReflectionTestUtils.getField(index, "writer");
        if (writer == null) throw new IllegalStateException();
        writer.commit();
        var held = writer.getDirectory();
        var bytes = 0L;
        for (var file : held.listAll()) bytes += held.fileLength(file);
        return bytes / 1e6;
    }
}
