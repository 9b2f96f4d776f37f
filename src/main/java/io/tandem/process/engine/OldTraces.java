package io.tandem.process.engine;

import io.tandem.process.Variables;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.springframework.stereotype.Component;

/**
 * Takes persons out of what the engine wrote down before {@link NamelessHistory}. Once, for it reads the whole history. Not
 * a migration of ours: in a new database ours run before the engine has its tables.
 */
@Component
final class OldTraces extends AbstractProcessEnginePlugin {

    private static final List<String> STATEMENTS = List.of(
            "update act_hi_taskinst set assignee_ = null, owner_ = null where assignee_ is not null or owner_ is not null",
            "update act_hi_actinst set assignee_ = null where assignee_ is not null",
            "update act_hi_procinst set start_user_id_ = null where start_user_id_ is not null",
            "delete from act_hi_identitylink where user_id_ is not null",
            "delete from act_hi_op_log where task_id_ is not null",
            "delete from act_ru_task_meter_log",
            "delete from act_ru_meter_log",
            "update act_ru_variable set type_ = 'null', text_ = null where text_ is not null and name_ = '"
                    + Variables.AGENT.name() + "'");

    /** Whatever changes above counts on here, so that it is done once more. */
    private static final String DONE = "tandem.old-traces.1";

    private static final String DUPLICATE = "23505";

    @Override
    public void postProcessEngineBuild(ProcessEngine engine) {
        try (var connection =
                engine.getProcessEngineConfiguration().getDataSource().getConnection()) {
            if (isDone(connection)) return;
            connection.setAutoCommit(false);
            remove(connection);
            connection.commit();
        } catch (SQLException e) {
            // The engine started elsewhere at the same moment and has done it.
            if (DUPLICATE.equals(e.getSQLState())) return;
            throw new ProcessEngineException("The names of persons could not be taken out of the engine's history", e);
        }
    }

    private static boolean isDone(Connection connection) throws SQLException {
        try (var ask = connection.prepareStatement("select 1 from act_ge_property where name_ = ?")) {
            ask.setString(1, DONE);
            return ask.executeQuery().next();
        }
    }

    /** And notes it in the same transaction. */
    private static void remove(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var done = connection.prepareStatement(
                        "insert into act_ge_property (name_, value_, rev_) values (?, 'done', 1)")) {
            for (var sql : STATEMENTS) statement.executeUpdate(sql);
            done.setString(1, DONE);
            done.executeUpdate();
        }
    }
}
