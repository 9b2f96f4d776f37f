package io.tandem.load;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two processes on one database against one, over HTTP. */
final class NodesBench {

    private static final List<Integer> CLIENTS = List.of(4, 8);
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 5);
    private static final Duration ROUND = Duration.ofSeconds(Integer.getInteger("bench.seconds", 10));
    private static final Duration WARM_UP = Duration.ofSeconds(Integer.getInteger("bench.warm-up", 40));

    private final BenchServer server;
    private final Path folder;
    private final BenchReport report;

    NodesBench(BenchServer server, Path folder, BenchReport report) {
        this.server = server;
        this.folder = folder;
        this.report = report;
    }

    void measure() throws Exception {
        server.make("nodes");
        var sql = JdbcClient.create(server.database("nodes"));
        try (var first = Node.start(server.url("nodes"), folder.resolve("nodes"), Ports.free());
                var second = Node.start(server.url("nodes"), folder.resolve("nodes"), Ports.free())) {
            var both = new HttpTickets("two nodes", List.of(first, second), sql);
            var one = new HttpTickets("one of them", List.of(first), sql);
            var rounds = new Rounds(server.processors(first, second));
            rounds.run(both, 8, WARM_UP);
            var rows = new ArrayList<List<Object>>();
            for (var clients : CLIENTS) {
                rounds.alternate(List.of(both, one), ROUNDS, clients, ROUND).forEach((who, all) -> {
                    var median = Rounds.Speed.median(all);
                    rows.add(List.of(clients, who.name(), median.perSecond(), median.program(), median.database()));
                });
            }
            report.table(
                    "One node and two, tickets a second over HTTP",
                    List.of("clients", "who", "tickets/s", "programs, ms CPU", "database, ms CPU"),
                    rows);
        }
    }
}
