package io.tandem.load;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whether a ticket takes longer where many are finished: a process for each size, all in turns. */
final class GrowthBench {

    private static final List<Integer> SIZES = Stream.of(
                    System.getProperty("bench.finished", "0,100000").split(","))
            .map(Integer::valueOf)
            .toList();
    private static final int CLIENTS = 4;
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 5);
    private static final Duration ROUND = Duration.ofSeconds(Integer.getInteger("bench.seconds", 10));
    private static final Duration WARM_UP = Duration.ofSeconds(Integer.getInteger("bench.warm-up", 40));
    private static final int PER_SECOND = 20;

    private final BenchServer server;
    private final Path folder;
    private final BenchReport report;
    private final List<Place> places = new ArrayList<>();

    private record Place(int size, Node node, Contender tickets, Rounds rounds) {}

    GrowthBench(BenchServer server, Path folder, BenchReport report) {
        this.server = server;
        this.folder = folder;
        this.report = report;
    }

    void measure() throws Exception {
        var seeds = new Seeds(server, folder, report);
        try {
            for (var size : SIZES) {
                var name = seeds.with(size);
                var node = Node.start(server.url(name), folder.resolve(name), Ports.free());
                var sql = JdbcClient.create(server.database(name));
                var tickets = new HttpTickets(name, List.of(node), sql);
                places.add(new Place(size, node, tickets, new Rounds(server.processors(node))));
                node.awaitCalm();
            }
            for (var place : places) place.rounds().run(place.tickets(), CLIENTS, WARM_UP);
            tickets();
            answers();
        } finally {
            for (var place : places) place.node().close();
        }
    }

    private void tickets() throws Exception {
        var speeds = new LinkedHashMap<Integer, List<Rounds.Speed>>();
        for (int round = 0; round < ROUNDS; round++) {
            for (var place : places) {
                var speed = place.rounds().run(place.tickets(), CLIENTS, ROUND);
                speeds.computeIfAbsent(place.size(), size -> new ArrayList<>()).add(speed);
            }
        }
        var none = Rounds.Speed.median(speeds.get(SIZES.get(0)));
        var rows = new ArrayList<List<Object>>();
        var perTicket = new ArrayList<Double>();
        speeds.forEach((size, all) -> {
            var median = Rounds.Speed.median(all);
            perTicket.add(1000 / median.perSecond());
            rows.add(List.of(
                    size,
                    median.perSecond(),
                    none.perSecond() / median.perSecond(),
                    median.program(),
                    median.database()));
        });
        report.table(
                "Growth: " + CLIENTS + " clients over HTTP, 10,000 open tickets",
                List.of(
                        "finished",
                        "tickets/s",
                        "time per ticket, times the first",
                        "program, ms CPU",
                        "database, ms CPU"),
                rows);
        report.plot("growth", "Milliseconds per ticket", "finished tickets", SIZES, Map.of("Tandem", perTicket));
    }

    private void answers() throws Exception {
        var rows = new ArrayList<List<Object>>();
        for (var place : places) {
            var answered = new FirstAnswers(place.node().port()).ask(PER_SECOND, ROUND.multipliedBy(2));
            rows.add(List.of(
                    place.size(),
                    answered.asked(),
                    answered.failed(),
                    answered.millisAt(50),
                    answered.millisAt(99),
                    place.node().megabytes()));
        }
        report.table(
                "Growth: first answer at 20 messages a second",
                List.of("finished", "messages", "failed", "p50, ms", "p99, ms", "RSS, MB"),
                rows);
    }
}
