package io.tandem.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.UUID;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.actuate.health.Status;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The engine cleans its history by a job of its own, all night long. */
class JobQueueTest {

    private final DataSource database = database();
    private final ProcessEngine engine = engine(database);
    private final JobQueue queue = new JobQueue(
            (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration(),
            JdbcClient.create(database),
            Clock.offset(Clock.system(ZoneOffset.UTC), Duration.ofMinutes(10)));

    @AfterEach
    void end() {
        engine.close();
    }

    @Test
    void itsCleaningIsNoStepThatWaits() {
        engine.getHistoryService().cleanUpHistoryAsync(true);

        assertThat(queue.now().due()).isZero();
        assertThat(queue.now().behind()).isZero();
        assertThat(queue.now().failed()).isZero();
    }

    @Test
    void itsCleaningThatFailedForGoodIsCounted() {
        var cleaning = engine.getHistoryService().cleanUpHistoryAsync(true);

        engine.getManagementService().setJobRetries(cleaning.getId(), 0);

        assertThat(queue.now().failed()).isEqualTo(1);
        assertThat(queue.now().due()).isZero();
    }

    @Test
    void whileTheDatabaseIsAwayTheHealthIsDownAndNoFailure() {
        var away = new JobQueue(
                (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration(),
                JdbcClient.create(new DriverManagerDataSource("jdbc:h2:mem:" + UUID.randomUUID() + ";IFEXISTS=TRUE")),
                Clock.systemUTC());

        var health = new JobHealth(away, new SimpleMeterRegistry()).health();

        assertThat(health.getStatus()).isEqualTo(Status.DOWN);
    }

    private static DataSource database() {
        var database = new JdbcDataSource();
        database.setUrl("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        return database;
    }

    private static ProcessEngine engine(DataSource database) {
        var configuration = new StandaloneProcessEngineConfiguration();
        configuration.setDataSource(database);
        configuration.setDatabaseSchemaUpdate("true");
        configuration.setProcessEngineName("jobs");
        configuration.setJobExecutorActivate(false);
        return configuration.buildProcessEngine();
    }
}
