package io.tandem.load;

import java.io.Closeable;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Tandem in a process of its own, as an operator runs it: the packaged jar where there is one, with the JVM's defaults. */
final class Node implements Closeable {

    private static final Path JAR = Path.of("target/tandem.jar");
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private static final int MOST_LOOKS = 120;
    /** Seconds of a processor within five. */
    private static final double CALM = 0.5;

    private final Process process;
    private final int port;
    private final double readyAfter;

    private Node(Process process, int port, double readyAfter) {
        this.process = process;
        this.port = port;
        this.readyAfter = readyAfter;
    }

    /** @return when it is ready to take requests; {@code settings} as on the command line */
    static Node start(String database, Path folder, int port, String... settings) throws Exception {
        Files.createDirectories(folder);
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        for (var option : System.getProperty("bench.jvm", "").split(" ")) if (!option.isBlank()) command.add(option);
        command.addAll(
                Files.exists(JAR)
                        ? List.of("-jar", JAR.toString())
                        : List.of("-cp", System.getProperty("java.class.path"), "io.tandem.Tandem"));
        command.addAll(List.of(
                "--server.port=" + port,
                "--tandem.demo=true",
                "--tandem.data=" + folder.toAbsolutePath(),
                "--tandem.limits.posts-per-minute=1000000",
                "--tandem.limits.sign-ins-per-minute=1000000",
                "--spring.datasource.url=" + database,
                "--spring.datasource.username=postgres"));
        command.addAll(List.of(settings));
        var from = System.nanoTime();
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("node-" + port + ".log").toFile())
                .start();
        // Whoever stops the measuring stops what it has started.
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        awaitReady(process, port, from + PATIENCE.toNanos());
        return new Node(process, port, (System.nanoTime() - from) / 1e9);
    }

    private static void awaitReady(Process process, int port, long until) throws Exception {
        var client = HttpClient.newHttpClient();
        var health = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/actuator/health/readiness"))
                .build();
        while (System.nanoTime() < until) {
            if (!process.isAlive()) throw new IllegalStateException("The node on port " + port + " has ended");
            try {
                if (client.send(health, BodyHandlers.discarding()).statusCode() == 200) return;
            } catch (IOException notYet) {
                // it does not listen yet
            }
            Thread.sleep(50);
        }
        throw new IllegalStateException("The node on port " + port + " does not become ready");
    }

    int port() {
        return port;
    }

    double readyAfter() {
        return readyAfter;
    }

    /** Memory that it really occupies. */
    long megabytes() throws IOException {
        return Files.readAllLines(Path.of("/proc", String.valueOf(process.pid()), "status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .sum();
    }

    /** Seconds of a processor. */
    double used() {
        return process.toHandle()
                .info()
                .totalCpuDuration()
                .map(used -> used.toMillis() / 1000.0)
                .orElseThrow();
    }

    /** Waits until it has learnt and read what it does in the background after its start. */
    void awaitCalm() throws InterruptedException {
        for (int looked = 0; looked < MOST_LOOKS; looked++) {
            var before = used();
            Thread.sleep(5000);
            if (used() - before < CALM) return;
        }
        throw new IllegalStateException("The node on port " + port + " does not come to rest");
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        try {
            if (!process.waitFor(40, TimeUnit.SECONDS))
                process.destroyForcibly().waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
