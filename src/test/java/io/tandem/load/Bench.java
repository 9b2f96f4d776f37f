package io.tandem.load;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * How many tickets Tandem carries, how soon it answers, and how that changes with what it has to remember: {@code mvn -Pbench
 * verify}, see docs/performance.md. Not part of the suite: it takes long, and what it finds depends on the machine.
 */
class Bench {

    private static final Path FOLDER = Path.of("target/bench");
    private static final List<String> PARTS =
            List.of(System.getProperty("bench.parts", "tickets,answer,growth,nodes,start")
                    .split(","));

    @Test
    void measures() throws Exception {
        var report = new BenchReport(FOLDER);
        report.fact("machine: %s", RunningTandem.machine());
        if (PARTS.contains("tickets")) tickets(report);
        if (PARTS.contains("alone")) alone(report);
        if (PARTS.stream().noneMatch(List.of("answer", "growth", "nodes", "start")::contains)) return;
        try (var server = new BenchServer(FOLDER.resolve("many"))) {
            if (PARTS.contains("answer")) answer(server, report);
            if (PARTS.contains("growth")) new GrowthBench(server, FOLDER, report).measure();
            if (PARTS.contains("nodes")) new NodesBench(server, FOLDER, report).measure();
            if (PARTS.contains("start")) new StartBench(server, FOLDER, report).measure();
        }
    }

    private static void tickets(BenchReport report) throws Exception {
        try (var tandem = RunningTandem.on("postgres", FOLDER)) {
            tandem.start();
            tandem.stop();
            TicketBench.prepare(tandem);
            tandem.start();
            new TicketBench(tandem, FOLDER, report).measure();
        }
    }

    /** Tandem by itself, for whoever looks with a profiler. */
    private static void alone(BenchReport report) throws Exception {
        try (var tandem = RunningTandem.on("postgres", FOLDER)) {
            tandem.start();
            new TicketBench(tandem, FOLDER, report).runAlone();
        }
    }

    private static void answer(BenchServer server, BenchReport report) throws Exception {
        server.make("answer");
        try (var node = Node.start(server.url("answer"), FOLDER.resolve("answer"), Ports.free())) {
            node.awaitCalm();
            new AnswerBench(node, report).measure();
        }
    }
}
