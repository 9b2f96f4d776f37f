package io.tandem.node;

import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Several nodes need PostgreSQL; H2 in a file belongs to one. */
@Configuration(proxyBeanMethods = false)
class NodeConfiguration {

    @Bean
    Neighbours neighbours(ThisNode here, JdbcConnectionDetails database, ApplicationEventPublisher events) {
        if (!database.getJdbcUrl().startsWith("jdbc:postgresql:")) return (kind, content) -> {};
        return new CalledNeighbours(here.id(), new OwnLine(database), new OwnLine(database), events);
    }

    @Bean
    static StartTurn startTurn() {
        return new StartTurn();
    }
}
