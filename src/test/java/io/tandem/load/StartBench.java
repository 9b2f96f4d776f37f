package io.tandem.load;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;

/** How soon Tandem is ready and how much memory it takes, with an empty database and a big one. */
final class StartBench {

    private static final int TICKETS = Integer.getInteger("bench.tickets", 10_000);
    private static final int CLIENTS = 8;
    /** Finished tickets in the big database; 0 leaves it out. */
    private static final int BIG = Integer.getInteger("bench.big", 100_000);

    private final BenchServer server;
    private final Path folder;
    private final BenchReport report;

    StartBench(BenchServer server, Path folder, BenchReport report) {
        this.server = server;
        this.folder = folder;
        this.report = report;
    }

    void measure() throws Exception {
        server.make("fresh");
        FileSystemUtils.deleteRecursively(folder.resolve("fresh"));
        var rows = new ArrayList<List<Object>>();
        rows.add(row("empty, for the first time", "fresh", 0));
        rows.add(row("empty", "fresh", TICKETS));
        if (BIG > 0) rows.add(row(BIG + " finished", new Seeds(server, folder, report).with(BIG), TICKETS));
        report.table(
                "Start and memory",
                List.of("database", "ready after, s", "RSS, MB", "at rest", "tickets then", "RSS afterwards"),
                rows);
    }

    private List<Object> row(String what, String database, int tickets) throws Exception {
        try (var node = Node.start(server.url(database), folder.resolve(database), Ports.free())) {
            var ready = node.megabytes();
            node.awaitCalm();
            var calm = node.megabytes();
            if (tickets > 0) {
                var lives = new HttpTickets(what, List.of(node), JdbcClient.create(server.database(database)));
                new Rounds(server.processors(node)).runMany(lives, CLIENTS, tickets);
            }
            return List.of(what, node.readyAfter(), ready, calm, tickets, node.megabytes());
        }
    }
}
