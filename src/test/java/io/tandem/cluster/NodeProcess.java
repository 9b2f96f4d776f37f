package io.tandem.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tandem.load.Ports;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** One node in a JVM of its own, as operators have it: it is stopped by SIGTERM and dies by kill -9. */
final class NodeProcess implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    /** A node has two cores at best, and is restarted often. */
    private static final List<String> JVM =
            List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx400m", "-Duser.timezone=UTC");

    private final String name;
    private final Path log;
    private final List<String> settings;
    private final int port = Ports.free();
    private Process process;

    /** @param settings as on the command line */
    NodeProcess(String name, Path folder, List<String> settings) {
        this.name = name;
        this.log = folder.resolve(name + ".log");
        this.settings = settings;
    }

    NodeProcess start() {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(JVM);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), "io.tandem.Tandem"));
        command.add("--server.port=" + port);
        command.addAll(settings);
        try {
            process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(new File(log.toString())))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    int port() {
        return port;
    }

    Path log() {
        return log;
    }

    NodeProcess awaitReady() {
        await(name).atMost(PATIENCE).pollInterval(Duration.ofMillis(200)).until(() -> {
            assertThat(process.isAlive()).as(name + " ended, see " + log).isTrue();
            return isReady();
        });
        return this;
    }

    boolean isReady() {
        try {
            var ask = (HttpURLConnection) URI.create("http://127.0.0.1:" + port + "/actuator/health/readiness")
                    .toURL()
                    .openConnection();
            ask.setConnectTimeout(1_000);
            ask.setReadTimeout(2_000);
            return ask.getResponseCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    boolean isAlive() {
        return process != null && process.isAlive();
    }

    /** As a power failure does. */
    void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    /** SIGTERM, without waiting. */
    NodeProcess isToldToStop() {
        process.destroy();
        return this;
    }

    void awaitEnd() {
        try {
            assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                    .as(name + " ended")
                    .isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        if (isAlive()) kill();
    }

    @Override
    public String toString() {
        return name;
    }
}
