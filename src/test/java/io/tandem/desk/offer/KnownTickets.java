package io.tandem.desk.offer;

import java.io.IOException;
import org.apache.lucene.index.IndexWriter;
import org.springframework.context.ApplicationContext;
import org.springframework.test.util.ReflectionTestUtils;

/** The solved tickets that a running Tandem knows for their likeness. */
public final class KnownTickets {

    private final SolvedIndex index;

    public KnownTickets(ApplicationContext tandem) {
        index = tandem.getBean(SolvedIndex.class);
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
