package io.tandem.node;

import java.sql.SQLException;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.DefaultLifecycleProcessor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Several nodes need PostgreSQL; H2 in a file belongs to one. */
@Configuration(proxyBeanMethods = false)
class NodeConfiguration {

    @Bean
    Neighbours neighbours(ThisNode here, JdbcConnectionDetails database, ApplicationEventPublisher events) {
        if (!isPostgres(database)) return (kind, content) -> {};
        return new CalledNeighbours(here.id(), new OwnLine(database), new OwnLine(database), events);
    }

    /** In H2 nobody else could find it dead, and nothing is gained by a line of its own. */
    @Bean
    Heartbeat heartbeat(
            ThisNode here,
            Leases leases,
            JdbcConnectionDetails database,
            JdbcClient sql,
            ApplicationEventPublisher events) {
        var own = isPostgres(database) ? new OwnLine(database) : null;
        return new Heartbeat(here, leases, own == null ? () -> sql : new LineOfHeart(own), sql, events);
    }

    private static boolean isPostgres(JdbcConnectionDetails database) {
        return database.getJdbcUrl().startsWith("jdbc:postgresql:");
    }

    private record LineOfHeart(OwnLine own) implements Heartbeat.Line {

        @Override
        public JdbcClient open() throws SQLException {
            return JdbcClient.create(new SingleConnectionDataSource(own.open(), true));
        }

        @Override
        public void close() {
            own.close();
        }
    }

    @Bean
    static DurableH2 durableH2() {
        return new DurableH2();
    }

    /** All others have the time that {@code spring.lifecycle.timeout-per-shutdown-phase} says. */
    @Autowired
    void theBotMayThinkToItsEnd(DefaultLifecycleProcessor end) {
        end.setTimeoutForShutdownPhase(
                SmartLifecycle.DEFAULT_PHASE,
                Duration.ofSeconds(EndsBesideOthers.MOST_SECONDS).toMillis());
    }

    @Bean
    static StartTurn startTurn() {
        return new StartTurn();
    }
}
