package io.tandem.node;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Says every few seconds that this node lives, by a lease on itself, and notices whose has run out. One of the others tells all
 * who keep things of the dead one, so that nothing waits for long. Has a thread and a connection of its own, for whoever is late
 * is dead, and a pool may be full for long. Who buries others needs the pool, and must not keep the heart.
 */
final class Heartbeat implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Heartbeat.class);
    private static final Duration EVERY = Duration.ofSeconds(5);
    private static final Duration DEAD_AFTER = Duration.ofSeconds(20);
    private static final String NODE = "node ";

    private final String here;
    private final Leases leases;
    private final Line own;
    private final JdbcClient sql;
    private final ApplicationEventPublisher events;
    private ScheduledExecutorService heart = Executors.newScheduledThreadPool(0);
    private volatile boolean running;

    Heartbeat(ThisNode here, Leases leases, Line own, JdbcClient sql, ApplicationEventPublisher events) {
        this.here = here.id();
        this.leases = leases;
        this.own = own;
        this.sql = sql;
        this.events = events;
    }

    /** To the database. */
    interface Line {
        JdbcClient open() throws SQLException;

        default void close() {}
    }

    @Override
    public void start() {
        running = true;
        heart = Executors.newScheduledThreadPool(2, work -> {
            var thread = new Thread(work, "heartbeat");
            thread.setDaemon(true);
            return thread;
        });
        heart.scheduleWithFixedDelay(this::beat, 0, EVERY.toMillis(), TimeUnit.MILLISECONDS);
        heart.scheduleWithFixedDelay(this::buryDead, 0, EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void beat() {
        try {
            leases.hold(NODE + here, DEAD_AFTER, own.open());
        } catch (SQLException | RuntimeException noDatabase) {
            log.debug("No heartbeat", noDatabase);
        }
    }

    private void buryDead() {
        try {
            dead().forEach(this::bury);
        } catch (RuntimeException noDatabase) {
            log.debug("Nobody is buried now", noDatabase);
        }
    }

    private List<String> dead() {
        return sql.sql("select holder from lease where name like '" + NODE + "%' and held_until < current_timestamp")
                .query(String.class)
                .list();
    }

    private void bury(String node) {
        var first = sql.sql("delete from lease where name = ? and held_until < current_timestamp")
                .param(NODE + node)
                .update();
        if (first == 0) return;
        log.warn("Node {} has not been heard of for {} s: others go on with its work", node, DEAD_AFTER.toSeconds());
        events.publishEvent(new Neighbours.Died(node));
    }

    @Override
    public void stop() {
        running = false;
        heart.shutdownNow();
        own.close();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** For as long as this node may hold anything. */
    @Override
    public int getPhase() {
        return 0;
    }
}
