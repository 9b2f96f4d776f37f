package io.tandem.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A PostgreSQL of the operating system's packages, with the tools that operators have beside it. */
final class InstalledPostgres implements AutoCloseable {

    private static final Path PACKAGES = Path.of("/usr/lib/postgresql");

    private final Path tools;
    private final Path data;
    private final Path log;
    private final String port;

    private InstalledPostgres(Path tools, Path folder, int port) {
        this.tools = tools;
        this.data = folder.resolve("postgres");
        this.log = folder.resolve("postgres.log");
        this.port = String.valueOf(port);
    }

    /** Where the newest one's tools are, if there is one with all of them. */
    static Optional<Path> newest() throws IOException {
        if (!Files.isDirectory(PACKAGES)) return Optional.empty();
        try (var versions = Files.list(PACKAGES)) {
            return versions.map(version -> version.resolve("bin"))
                    .filter(bin -> Files.exists(bin.resolve("initdb")) && Files.exists(bin.resolve("pg_dump")))
                    .max(Comparator.comparing(
                            bin -> bin.getParent().getFileName().toString()));
        }
    }

    static InstalledPostgres start(Path tools, Path folder, int port) throws Exception {
        var postgres = new InstalledPostgres(tools, folder, port);
        postgres.run("initdb", "-D", postgres.data.toString(), "-U", "postgres", "-A", "trust", "-E", "UTF8");
        var options = "-p " + port + " -h 127.0.0.1 -k " + folder;
        postgres.run(
                "pg_ctl", "-D", postgres.data.toString(), "-l", postgres.log.toString(), "-o", options, "-w", "start");
        return postgres;
    }

    String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    void create(String database) throws Exception {
        run("createdb", "-h", "127.0.0.1", "-p", port, "-U", "postgres", database);
    }

    /** As docs/operations.md says. */
    void dump(String database, Path to) throws Exception {
        run("pg_dump", "-h", "127.0.0.1", "-p", port, "-U", "postgres", "-Fc", "-f", to.toString(), database);
    }

    /** As docs/operations.md says. */
    void restore(Path dump, String database) throws Exception {
        run(
                "pg_restore",
                "-h",
                "127.0.0.1",
                "-p",
                port,
                "-U",
                "postgres",
                "-d",
                database,
                "--no-owner",
                dump.toString());
    }

    @Override
    public void close() throws Exception {
        run("pg_ctl", "-D", data.toString(), "-m", "fast", "-w", "stop");
    }

    private void run(String tool, String... arguments) throws Exception {
        var command = new ArrayList<String>();
        // PostgreSQL does not run as root: in a build that does, it has a user of its own name space.
        if (System.getProperty("user.name").equals("root")) command.addAll(List.of("unshare", "-U"));
        command.add(tools.resolve(tool).toString());
        command.addAll(List.of(arguments));
        var output = Files.createTempFile(log.getParent(), tool, ".log");
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        if (process.waitFor() != 0) {
            throw new IllegalStateException(String.join(" ", command) + ": " + Files.readString(output));
        }
    }
}
