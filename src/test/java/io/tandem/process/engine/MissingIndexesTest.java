package io.tandem.process.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.time.Duration;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;

/** The engine lacks indexes on both databases, and gets them at any start. */
class MissingIndexesTest {

    private static final Set<String> MISSING =
            Set.of("tandem_idx_event_subscr_inst", "tandem_idx_task_parent", "tandem_idx_job_due");

    @Test
    void onH2() throws Exception {
        var database = new JdbcDataSource();
        database.setUrl("jdbc:h2:mem:indexes;DB_CLOSE_DELAY=-1");

        startTwice(database);

        assertThat(indexes(database, "ACT_RU_TASK", "ACT_RU_EVENT_SUBSCR", "ACT_RU_JOB"))
                .containsAll(MISSING);
    }

    @Test
    void onPostgres() throws Exception {
        try (var postgres = EmbeddedPostgres.start()) {
            startTwice(postgres.getPostgresDatabase());

            assertThat(indexes(postgres.getPostgresDatabase(), "act_ru_task", "act_ru_event_subscr", "act_ru_job"))
                    .containsAll(MISSING);
        }
    }

    /** Another node is at work: whoever starts neither waits for it nor makes it wait. */
    @Test
    void whereTheyAreNobodyWhoWritesIsHeldUp() throws Exception {
        try (var postgres = EmbeddedPostgres.start()) {
            start(postgres.getPostgresDatabase());
            try (var writer = postgres.getPostgresDatabase().getConnection();
                    var statement = writer.createStatement()) {
                writer.setAutoCommit(false);
                statement.execute("lock table act_ru_job, act_ru_task, act_ru_event_subscr in row exclusive mode");

                assertThat(CompletableFuture.runAsync(() -> start(postgres.getPostgresDatabase())))
                        .succeedsWithin(Duration.ofSeconds(60));
                writer.rollback();
            }
        }
    }

    private static void startTwice(DataSource database) {
        for (int i = 0; i < 2; i++) start(database);
    }

    private static void start(DataSource database) {
        var configuration = new StandaloneProcessEngineConfiguration();
        configuration.setDataSource(database);
        configuration.setDatabaseSchemaUpdate("true");
        configuration.setProcessEngineName("indexes");
        configuration.getProcessEnginePlugins().add(new MissingIndexes());
        configuration.buildProcessEngine().close();
    }

    private static Set<String> indexes(DataSource database, String... tables) throws Exception {
        var names = new HashSet<String>();
        try (var connection = database.getConnection()) {
            for (var table : tables) {
                var found = connection.getMetaData().getIndexInfo(null, null, table, false, false);
                while (found.next())
                    names.add(String.valueOf(found.getString("INDEX_NAME")).toLowerCase(Locale.ROOT));
            }
        }
        return names;
    }
}
