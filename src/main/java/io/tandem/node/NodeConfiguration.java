package io.tandem.node;

import java.time.Duration;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.DefaultLifecycleProcessor;

/** Several nodes need PostgreSQL; H2 in a file belongs to one. */
@Configuration(proxyBeanMethods = false)
class NodeConfiguration {

    @Bean
    Neighbours neighbours(ThisNode here, JdbcConnectionDetails database, ApplicationEventPublisher events) {
        if (!database.getJdbcUrl().startsWith("jdbc:postgresql:")) return (kind, content) -> {};
        return new CalledNeighbours(here.id(), new OwnLine(database), new OwnLine(database), events);
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
