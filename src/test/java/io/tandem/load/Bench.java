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
            List.of(System.getProperty("bench.parts", "tickets").split(","));

    @Test
    void measures() throws Exception {
        var report = new BenchReport(FOLDER);
        report.fact("machine: %s", RunningTandem.machine());
        if (PARTS.contains("tickets")) {
            try (var tandem = RunningTandem.on("postgres", FOLDER)) {
                tandem.start();
                tandem.stop();
                TicketBench.prepare(tandem);
                tandem.start();
                new TicketBench(tandem, FOLDER, report).measure();
            }
        }
        if (PARTS.contains("alone")) {
            try (var tandem = RunningTandem.on("postgres", FOLDER)) {
                tandem.start();
                new TicketBench(tandem, FOLDER, report).runAlone();
            }
        }
    }
}
