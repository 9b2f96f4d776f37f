package io.tandem.process.engine;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Adds indexes that the engine's schema lacks: without them the work for a ticket grows with the number of open
 * tickets. Not a migration of ours, since the engine makes its tables when it starts, after ours.
 */
@Component
final class MissingIndexes extends AbstractProcessEnginePlugin {

    private static final Logger log = LoggerFactory.getLogger(MissingIndexes.class);
    private static final List<Missing> INDEXES = List.of(
            new Missing("tandem_idx_event_subscr_inst", "act_ru_event_subscr", "proc_inst_id_"),
            new Missing("tandem_idx_task_parent", "act_ru_task", "parent_task_id_"),
            // Whoever looks for the next job would read the timers of all open tickets: on PostgreSQL 25 ms each time
            // for 40,000.
            new Missing("tandem_idx_job_due", "act_ru_job", "duedate_"));

    private record Missing(String name, String table, String column) {

        /** Asked first: to create one, be it there or not, PostgreSQL holds up all who write into the table. */
        boolean isThere(Connection connection) throws SQLException {
            var stored = connection.getMetaData().storesUpperCaseIdentifiers() ? table.toUpperCase(Locale.ROOT) : table;
            try (var known = connection.getMetaData().getIndexInfo(null, connection.getSchema(), stored, false, true)) {
                while (known.next()) if (name.equalsIgnoreCase(known.getString("INDEX_NAME"))) return true;
                return false;
            }
        }

        void create(Connection connection) throws SQLException {
            try (var statement = connection.createStatement()) {
                statement.execute("create index if not exists %s on %s (%s)".formatted(name, table, column));
            }
        }
    }

    @Override
    public void postProcessEngineBuild(ProcessEngine engine) {
        try (var connection =
                engine.getProcessEngineConfiguration().getDataSource().getConnection()) {
            for (var index : INDEXES) if (!index.isThere(connection)) index.create(connection);
            if (!connection.getAutoCommit()) connection.commit();
        } catch (SQLException e) {
            // Two nodes that start together may collide. The program works without; the next start tries again.
            log.warn("The engine's missing indexes were not created now: {}", e.getMessage());
        }
    }
}
