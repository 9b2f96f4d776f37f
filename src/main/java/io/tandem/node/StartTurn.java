package io.tandem.node;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.SmartLifecycle;

/**
 * Nodes that start at once do so one after the other, from the first look into the database to the last bean: the engine
 * makes its tables without a lock of its own, and an empty database gets its lists, accounts and models once.
 */
final class StartTurn implements BeanPostProcessor, SmartLifecycle, DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(StartTurn.class);
    private static final String POSTGRES = "PostgreSQL";
    /** "Tandem"; of a database's own locks, so others' numbers are theirs. */
    private static final long KEY = 0x54616e64656dL;

    /** Whoever takes longer hangs; the others must not. */
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private static final long LOOK_EVERY_MILLIS = 200;

    private @Nullable Connection turn;

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        if (bean instanceof DataSource database && turn == null) {
            try {
                take(database.getConnection());
            } catch (SQLException noDatabase) {
                // whoever needs it next says so
                log.debug("No turn to start", noDatabase);
            }
        }
        return bean;
    }

    private void take(Connection connection) throws SQLException {
        turn = connection;
        if (!connection.getMetaData().getDatabaseProductName().equals(POSTGRES)) {
            connection.close();
            return;
        }
        var until = System.nanoTime() + PATIENCE.toNanos();
        if (isOurs(connection)) return;
        log.info("Another node is starting: this one waits for it");
        while (!isOurs(connection)) {
            if (System.nanoTime() > until) {
                log.warn("Another node has been starting for {} minutes: waited long enough", PATIENCE.toMinutes());
                return;
            }
            pause();
        }
    }

    private static boolean isOurs(Connection connection) throws SQLException {
        try (var ask = connection.createStatement();
                var answer = ask.executeQuery("select pg_try_advisory_lock(" + KEY + ")")) {
            return answer.next() && answer.getBoolean(1);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(LOOK_EVERY_MILLIS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** All beans are there. */
    @Override
    public void start() {
        destroy();
    }

    @Override
    public void destroy() {
        var ours = turn;
        try {
            if (ours == null || ours.isClosed()) return;
            try (var give = ours.createStatement()) {
                give.execute("select pg_advisory_unlock(" + KEY + ")");
            }
            ours.close();
        } catch (SQLException broken) {
            log.debug("The turn ended with its connection", broken);
        }
    }

    @Override
    public void stop() {
        // long over
    }

    @Override
    public boolean isRunning() {
        return false;
    }

    /** Before anything begins to work. */
    @Override
    public int getPhase() {
        return Integer.MIN_VALUE;
    }
}
