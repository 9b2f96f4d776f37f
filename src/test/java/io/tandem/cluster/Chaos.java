package io.tandem.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Two nodes under load while everything around them fails: {@code mvn -Pchaos verify}, with {@code -Dchaos.runs} and {@code
 * -Dchaos.seconds}. Not part of the suite: it takes minutes. Writes {@code target/chaos/report.md}; fails where anything was
 * lost, came twice or stands still.
 */
class Chaos {

    private static final Path FOLDER = Path.of("target/chaos").toAbsolutePath();
    private static final int RUNS = Integer.getInteger("chaos.runs", 1);
    private static final Duration LENGTH = Duration.ofSeconds(Integer.getInteger("chaos.seconds", 120));
    private static final String SECRET = "whsec_"
            + Base64.getEncoder().encodeToString("the-secret-of-the-receiver-123456".getBytes(StandardCharsets.UTF_8));
    private static final Duration LONGEST = Duration.ofSeconds(60);

    private final List<String> report = new ArrayList<>();
    private final List<String> wrong = new ArrayList<>();

    @Test
    void nothingIsLostAndNothingComesTwice() throws Exception {
        Files.createDirectories(FOLDER);
        report.add("# Chaos: %d runs of %d s\n".formatted(RUNS, LENGTH.toSeconds()));
        for (var run = 1; run <= RUNS; run++) {
            var seed = Long.getLong("chaos.seed", System.nanoTime());
            try (var receiver = new Receiver();
                    var network = new Network();
                    var cluster = cluster(run, network, receiver)) {
                run(run, seed, cluster, network, receiver);
            }
            Files.write(FOLDER.resolve("report.md"), report);
        }
        assertThat(wrong).isEmpty();
    }

    private static Cluster cluster(int run, Network network, Receiver receiver) throws IOException {
        var folder = Files.createDirectories(FOLDER.resolve("run-" + System.currentTimeMillis() + "-" + run));
        var cluster = Cluster.in(
                folder,
                network::lineOf,
                "--tandem.channels.webhook.crm.secrets=" + SECRET,
                "--tandem.channels.webhook.crm.url=http://127.0.0.1:" + receiver.port() + "/hook",
                "--tandem.channels.webhook.allowed-hosts[0]=127.0.0.1:" + receiver.port());
        return cluster.start();
    }

    private void run(int run, long seed, Cluster cluster, Network network, Receiver receiver) throws Exception {
        var ledger = new Ledger();
        var crowd = new Crowd(List.of(cluster.a().port(), cluster.b().port()), SECRET, ledger);
        var faults = new Faults(cluster, network, receiver, new Random(seed));
        crowd.begin();
        try {
            faults.happen(LENGTH);
        } finally {
            network.mend();
            crowd.goHome();
        }
        var reckoning = new Reckoning(cluster, ledger, receiver).count();
        tell(run, seed, faults, reckoning);
    }

    private void tell(int run, long seed, Faults faults, Reckoning reckoning) {
        var found = new ArrayList<>(reckoning.wrong());
        if (faults.longestUntilFree().compareTo(LONGEST) > 0) {
            found.add("a dead node's jobs were free only after " + faults.longestUntilFree());
        }
        report.add("## Run %d: %s (seed %d)\n"
                .formatted(run, found.isEmpty() ? "nothing lost, nothing twice" : "WRONG", seed));
        faults.happened().forEach(what -> report.add("- " + what));
        report.add("");
        reckoning.figures().forEach(figure -> report.add("- " + figure));
        report.add("- a dead node's jobs were free after at most %.1f s"
                .formatted(faults.longestUntilFree().toMillis() / 1000.0));
        report.add("");
        found.forEach(what -> report.add("- **wrong**: " + what));
        found.forEach(what -> wrong.add("run " + run + ": " + what));
    }
}
