package io.tandem.cluster;

import io.tandem.story.FolderOfItsOwn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;

/** A folder of processes whose bot knows little: with all articles each node learns for half a minute, and this is about nodes. */
final class FewArticles {

    private static final Set<String> KNOWN =
            Set.of("refund-status.md", "track-parcel.md", "order-cancel.md", "invoice-copy.md");

    private FewArticles() {}

    static Path copyInto(Path processes) throws IOException {
        FolderOfItsOwn.copyInto(processes);
        try (Stream<Path> files = Files.walk(processes.resolve("knowledge"))) {
            for (var article :
                    files.filter(file -> file.toString().endsWith(".md")).toList()) {
                if (!KNOWN.contains(article.getFileName().toString())) Files.delete(article);
            }
        }
        return processes;
    }
}
