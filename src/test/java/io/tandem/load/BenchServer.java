package io.tandem.load;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A PostgreSQL for several databases and the processes that use them. What is in it is kept for the next run. */
final class BenchServer implements Closeable {

    private final Path data;
    private final EmbeddedPostgres postgres;

    BenchServer(Path folder) throws IOException {
        postgres = RunningTandem.postgres(folder);
        data = folder.resolve("postgres").toAbsolutePath();
    }

    String url(String name) {
        return postgres.getJdbcUrl("postgres", name) + "&reWriteBatchedInserts=true";
    }

    DataSource database(String name) {
        return postgres.getDatabase("postgres", name);
    }

    private JdbcClient server() {
        return JdbcClient.create(database("template1"));
    }

    boolean has(String name) {
        return server().sql("select count(*) from pg_database where datname = ?")
                        .param(name)
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** An empty one, in the place of one that was there. */
    void make(String name) {
        server().sql("drop database if exists " + name).update();
        server().sql("create database " + name + " template template0").update();
    }

    /** A copy of one that nobody uses now. */
    void copy(String from, String name) {
        server().sql("create database " + name + " template " + from).update();
    }

    ProcessorTime processors(Node... nodes) throws IOException {
        return new ProcessorTime(data, nodes);
    }

    @Override
    public void close() throws IOException {
        postgres.close();
    }
}
