package io.tandem.load;

import static org.awaitility.Awaitility.await;

import io.tandem.Tandem;
import io.tandem.desk.offer.KnownTickets;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.Closeable;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** All of Tandem on a port, on a database in a folder that is kept for the next run. */
final class RunningTandem implements Closeable {

    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final Path folder;
    private final @Nullable EmbeddedPostgres postgres;
    private final List<String> settings;
    private @Nullable ConfigurableApplicationContext context;
    private double started;

    private RunningTandem(Path folder, @Nullable EmbeddedPostgres postgres, List<String> settings) {
        this.folder = folder;
        this.postgres = postgres;
        this.settings = settings;
    }

    /** @param folder where all of it is kept; {@code settings} as on the command line */
    static RunningTandem on(String database, Path folder, String... settings) throws IOException {
        return new RunningTandem(folder, database.equals("postgres") ? postgres(folder) : null, List.of(settings));
    }

    /** As an operator runs it, and not as tests do, where nothing has to be safe on the disk. */
    static EmbeddedPostgres postgres(Path folder) throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(folder.resolve("postgres").toAbsolutePath())
                .setCleanDataDirectory(false)
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("max_wal_size", "4GB")
                .start();
    }

    /** @return how many seconds it took */
    double start() {
        var from = System.nanoTime();
        var all = new ArrayList<>(settings);
        all.addAll(List.of(
                "--server.port=" + Integer.getInteger("desk-load.port", Integer.getInteger("migration-load.port", 0)),
                "--tandem.demo=true",
                "--tandem.data=" + folder.resolve("data").toAbsolutePath(),
                "--tandem.bot.time-limit=55s",
                "--tandem.limits.posts-per-minute=100000",
                "--tandem.limits.sign-ins-per-minute=100000"));
        if (postgres != null) {
            all.add("--spring.datasource.url=" + postgres.getJdbcUrl("postgres", "postgres")
                    + "&reWriteBatchedInserts=true");
            all.add("--spring.datasource.username=postgres");
        }
        context = new SpringApplicationBuilder(Tandem.class)
                .initializers(RunningTandem::listen)
                .run(all.toArray(String[]::new));
        started = System.nanoTime();
        return (started - from) / 1e9;
    }

    private static void listen(ConfigurableApplicationContext fresh) {
        ((GenericApplicationContext) fresh).registerBean(HeardTickets.class);
        fresh.getBeanFactory().addBeanPostProcessor(new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof DataSource database ? new TapedDataSource(database) : bean;
            }
        });
    }

    /** Its database, to listen to what is asked of it. */
    TapedDataSource taped() {
        return (TapedDataSource) context().getBean(DataSource.class);
    }

    Path dataFolder() {
        return folder.resolve("postgres").toAbsolutePath();
    }

    /** Another database on the same server, anew: an empty one or, while Tandem does not run, a copy of its own. */
    void makeDatabase(String name, boolean copy) {
        if (postgres == null) throw new IllegalStateException("There is no PostgreSQL");
        var server = JdbcClient.create(postgres.getDatabase("postgres", "template1"));
        server.sql("drop database if exists " + name).update();
        server.sql("create database " + name + " template " + (copy ? "postgres" : "template0"))
                .update();
    }

    String databaseUrl(String name) {
        if (postgres == null) throw new IllegalStateException("There is no PostgreSQL");
        return postgres.getJdbcUrl("postgres", name) + "&reWriteBatchedInserts=true";
    }

    void stop() {
        if (context != null) context.close();
        context = null;
    }

    ConfigurableApplicationContext context() {
        if (context == null) throw new IllegalStateException("Tandem does not run");
        return context;
    }

    int port() {
        return context().getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    /** Waits until all solved tickets are known for their likeness. */
    void awaitIndex(LoadReport report) throws IOException {
        var solved = sql().sql("select count(*) from ticket where state = 'CLOSED'")
                .query(Integer.class)
                .single();
        var most = context().getEnvironment().getProperty("tandem.offers.most-tickets", Integer.class, solved);
        var known = new KnownTickets(context());
        await().atMost(PATIENCE).until(() -> known.count() >= Math.min(most, solved));
        report.fact(
                "index of solved tickets: %d known %.1f s after the start, in %.0f MB; %.0f MB of heap are used in all",
                known.count(), (System.nanoTime() - started) / 1e9, known.megabytes(), usedMegabytes());
    }

    int count(String table) {
        return sql().sql("select count(*) from " + table).query(Integer.class).single();
    }

    int inHand() {
        return sql().sql("select count(*) from act_ru_task where assignee_ is not null")
                .query(Integer.class)
                .single();
    }

    private JdbcClient sql() {
        return context().getBean(JdbcClient.class);
    }

    private static double usedMegabytes() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1e6;
    }

    String database() {
        return postgres == null
                ? "H2 in a file, WRITE_DELAY=0"
                : "PostgreSQL 17 with fsync and synchronous_commit on, else as it comes, on the same machine";
    }

    static String machine() {
        var system = ManagementFactory.getOperatingSystemMXBean();
        return "%d cores, Java %s, at most %d MB of heap, load of the machine before %.1f; client, program and database share it"
                .formatted(
                        system.getAvailableProcessors(),
                        Runtime.version().feature(),
                        Runtime.getRuntime().maxMemory() / 1_000_000,
                        system.getSystemLoadAverage());
    }

    @Override
    public void close() throws IOException {
        stop();
        if (postgres != null) postgres.close();
    }
}
