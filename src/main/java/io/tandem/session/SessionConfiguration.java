package io.tandem.session;

import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.session.config.annotation.web.http.EnableSpringHttpSession;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Sessions by Spring Session, with our own idea of what is worth a write. */
@Configuration(proxyBeanMethods = false)
@EnableSpringHttpSession
class SessionConfiguration {

    @Bean
    Sessions<?> sessions(
            JdbcOperations sql,
            PlatformTransactionManager transactions,
            SessionValues values,
            @Value("${server.servlet.session.timeout}") Duration timeout) {
        var own = new TransactionTemplate(transactions);
        own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        var table = new JdbcIndexedSessionRepository(sql, own);
        table.setConversionService(values.asConversions());
        table.setDefaultMaxInactiveInterval(timeout);
        // We clean up with our own scheduler.
        table.setCleanupCron(Scheduled.CRON_DISABLED);
        table.afterPropertiesSet();
        return new Sessions<>(table, table::cleanUpExpiredSessions, values);
    }
}
