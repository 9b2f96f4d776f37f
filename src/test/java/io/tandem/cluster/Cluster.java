package io.tandem.cluster;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two nodes, one PostgreSQL that keeps what it has acknowledged, and one folder of processes. */
final class Cluster implements AutoCloseable {

    private final EmbeddedPostgres postgres;
    private final Path processes;
    private final JdbcClient sql;
    private final NodeProcess a;
    private final NodeProcess b;

    /** Where a node finds the database that listens on a port. */
    interface Address {

        int of(String node, int port);
    }

    private Cluster(Path folder, EmbeddedPostgres postgres, Address address, List<String> settings) throws IOException {
        this.postgres = postgres;
        processes = FewArticles.copyInto(folder.resolve("processes"));
        sql = JdbcClient.create(postgres.getPostgresDatabase());
        var all = new ArrayList<>(settings);
        all.add("--spring.datasource.username=postgres");
        all.add("--tandem.processes=" + processes);
        all.add("--tandem.data=" + folder.resolve("data"));
        all.add("--tandem.demo=true");
        all.add("--tandem.limits.posts-per-minute=100000");
        all.add("--tandem.limits.sign-ins-per-minute=100000");
        a = node("a", folder, address, all);
        b = node("b", folder, address, all);
    }

    private NodeProcess node(String name, Path folder, Address address, List<String> settings) {
        var all = new ArrayList<>(settings);
        var port = address.of(name, postgres.getPort());
        all.add("--spring.datasource.url=jdbc:postgresql://127.0.0.1:" + port + "/postgres");
        return new NodeProcess(name, folder, all);
    }

    static Cluster in(Path folder, String... settings) throws IOException {
        return in(folder, (node, port) -> port, settings);
    }

    static Cluster in(Path folder, Address address, String... settings) throws IOException {
        return new Cluster(folder, postgres(folder), address, List.of(settings));
    }

    private static EmbeddedPostgres postgres(Path folder) throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(folder.resolve("postgres").toAbsolutePath())
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .start();
    }

    /** At once, as after a power failure. */
    Cluster start() {
        a.start();
        b.start();
        a.awaitReady();
        b.awaitReady();
        return this;
    }

    NodeProcess a() {
        return a;
    }

    NodeProcess b() {
        return b;
    }

    Path processes() {
        return processes;
    }

    EmbeddedPostgres postgres() {
        return postgres;
    }

    JdbcClient sql() {
        return sql;
    }

    long count(String from) {
        return sql.sql("select count(*) from " + from).query(Long.class).single();
    }

    @Override
    public void close() throws IOException {
        a.close();
        b.close();
        postgres.close();
    }
}
