package io.tandem.cluster;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What goes wrong, one after the other, and how long it took until a dead node's jobs were free. */
final class Faults {

    private final Cluster cluster;
    private final Network network;
    private final Receiver receiver;
    private final JdbcClient sql;
    private final Random random;
    private final List<String> happened = new ArrayList<>();
    private Duration longestUntilFree = Duration.ZERO;

    Faults(Cluster cluster, Network network, Receiver receiver, Random random) {
        this.cluster = cluster;
        this.network = network;
        this.receiver = receiver;
        this.random = random;
        sql = cluster.sql();
    }

    private interface Fault {

        void happens() throws InterruptedException;
    }

    /** All of them, in an order of their own; the next when this one is over. */
    void happen(Duration length) throws InterruptedException {
        var until = System.nanoTime() + length.toNanos();
        var all = new ArrayList<Fault>();
        while (System.nanoTime() < until) {
            if (all.isEmpty()) {
                all.addAll(List.of(
                        this::aNodeDies,
                        this::theDatabaseCrashes,
                        this::theNetworkIsCut,
                        this::theDatabaseIsAwayForLong,
                        this::theDatabaseSaysNothing,
                        this::aNodeIsCutOff,
                        this::bothNodesDie,
                        this::aNodeDiesWhileTheDatabaseIsAway,
                        this::connectionsBreak,
                        this::stepsFail,
                        this::timePasses,
                        this::theReceiverIsIll,
                        this::aNodeIsRestarted));
                Collections.shuffle(all, random);
            }
            Thread.sleep(1_500);
            all.remove(0).happens();
        }
    }

    private NodeProcess oneNode() {
        return random.nextBoolean() ? cluster.a() : cluster.b();
    }

    /** In the middle of its work. */
    private void aNodeDies() throws InterruptedException {
        var node = oneNode();
        var id = idOf(node);
        for (var look = 0; look < 2_000 && jobsOf(id) == 0; look++) Thread.sleep(5);
        node.kill();
        var died = System.nanoTime();
        var held = jobsOf(id);
        node.start();
        await().atMost(Duration.ofMinutes(3))
                .pollInterval(Duration.ofMillis(200))
                .until(() -> jobsOf(id) == 0);
        var free = Duration.ofNanos(System.nanoTime() - died);
        if (held > 0 && free.compareTo(longestUntilFree) > 0) longestUntilFree = free;
        happened("kill -9 of node %s with %d jobs, which were free %.1f s later", node, held, free.toMillis() / 1000.0);
        node.awaitReady();
    }

    private static String idOf(NodeProcess node) {
        try {
            return Files.readAllLines(node.log()).stream()
                    .filter(line -> line.contains("This is node "))
                    .reduce((first, last) -> last)
                    .map(line -> line.substring(line.lastIndexOf(' ') + 1))
                    .orElseThrow();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private long jobsOf(String node) {
        return sql.sql("select count(*) from act_ru_job where lock_owner_ = ?")
                .param(node)
                .query(Long.class)
                .single();
    }

    private void aNodeIsRestarted() {
        var node = oneNode();
        var from = System.nanoTime();
        node.isToldToStop().awaitEnd();
        happened("SIGTERM to node %s, which ended after %.1f s", node, (System.nanoTime() - from) / 1e9);
        node.start().awaitReady();
    }

    /** A process of it dies: it ends all connections and recovers from its log. */
    private void theDatabaseCrashes() throws InterruptedException {
        var backend = sql.sql("select pid from pg_stat_activity where application_name like 'PostgreSQL JDBC%'"
                        + " and pid <> pg_backend_pid() limit 1")
                .query(Integer.class)
                .optional();
        backend.flatMap(ProcessHandle::of).ifPresent(ProcessHandle::destroyForcibly);
        network.cut();
        Thread.sleep(3_000);
        network.mend();
        happened("PostgreSQL crashed and recovered, and was not to be reached for 3 s");
    }

    private void theNetworkIsCut() throws InterruptedException {
        isAwayFor(Duration.ofSeconds(8));
    }

    /** Longer than a node waits for a connection, and than the others wait for a node's sign of life. */
    private void theDatabaseIsAwayForLong() throws InterruptedException {
        isAwayFor(Duration.ofSeconds(45));
    }

    private void isAwayFor(Duration time) throws InterruptedException {
        network.cut();
        Thread.sleep(time.toMillis());
        network.mend();
        happened("the database was not to be reached for %d s", time.toSeconds());
    }

    private void theDatabaseSaysNothing() throws InterruptedException {
        network.fallSilent();
        Thread.sleep(20_000);
        network.mend();
        happened("the database said nothing for 20 s");
    }

    /** The other one takes over what it holds; then it is back and believes that it holds it still. */
    private void aNodeIsCutOff() throws InterruptedException {
        var node = oneNode();
        network.cut(node);
        Thread.sleep(30_000);
        network.mend();
        happened("node %s alone did not reach the database for 30 s", node);
    }

    private void bothNodesDie() {
        cluster.a().kill();
        cluster.b().kill();
        cluster.start();
        happened("kill -9 of both nodes");
    }

    private void aNodeDiesWhileTheDatabaseIsAway() throws InterruptedException {
        var node = oneNode();
        network.cut();
        Thread.sleep(2_000);
        node.kill();
        Thread.sleep(3_000);
        network.mend();
        node.start().awaitReady();
        happened("kill -9 of node %s while the database was not to be reached for 5 s", node);
    }

    private void connectionsBreak() throws InterruptedException {
        for (var i = 0; i < 5; i++) {
            network.cutOnce();
            Thread.sleep(700);
        }
        var ended = sql.sql("select count(pg_terminate_backend(pid)) from pg_stat_activity where datname = 'postgres'"
                        + " and pid <> pg_backend_pid() and random() < 0.5")
                .query(Integer.class)
                .single();
        happened("all connections broke 5 times, then PostgreSQL ended %d", ended);
    }

    /** Whatever writes a brief or an answer fails. */
    private void stepsFail() throws InterruptedException {
        sql.sql("create or replace function chaos() returns trigger language plpgsql as"
                        + " 'begin raise exception ''chaos''; end'")
                .update();
        for (var table : List.of("brief", "answer")) {
            sql.sql("create trigger chaos before insert or update on %s execute function chaos()".formatted(table))
                    .update();
        }
        Thread.sleep(8_000);
        var waiting = cluster.count("act_ru_job where exception_msg_ is not null");
        for (var table : List.of("brief", "answer"))
            sql.sql("drop trigger chaos on " + table).update();
        happened("briefs and answers could not be stored for 8 s: %d jobs wait for another attempt", waiting);
    }

    private void timePasses() {
        var timers = sql.sql("update act_ru_job set duedate_ = current_timestamp - interval '1 day'"
                        + " where type_ = 'timer' and lock_owner_ is null and random() < 0.3")
                .update();
        happened("%d timers were due at once", timers);
    }

    private void theReceiverIsIll() throws InterruptedException {
        receiver.isIll(true);
        Thread.sleep(6_000);
        receiver.isIll(false);
        happened("the receiver of the webhook answered 500 for 6 s, and kept every second post");
    }

    private void happened(String what, Object... values) {
        happened.add(Instant.now().truncatedTo(ChronoUnit.SECONDS) + " " + what.formatted(values));
    }

    List<String> happened() {
        return happened;
    }

    Duration longestUntilFree() {
        return longestUntilFree;
    }
}
