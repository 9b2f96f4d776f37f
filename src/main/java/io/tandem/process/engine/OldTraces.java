package io.tandem.process.engine;

import io.tandem.process.Variables;
import java.sql.SQLException;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.springframework.stereotype.Component;

/**
 * Takes persons out of what the engine wrote down before {@link NamelessHistory}, or while somebody ran it without. Not
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

    @Override
    public void postProcessEngineBuild(ProcessEngine engine) {
        try (var connection =
                        engine.getProcessEngineConfiguration().getDataSource().getConnection();
                var statement = connection.createStatement()) {
            for (var sql : STATEMENTS) statement.executeUpdate(sql);
            if (!connection.getAutoCommit()) connection.commit();
        } catch (SQLException e) {
            throw new ProcessEngineException("The names of persons could not be taken out of the engine's history", e);
        }
    }
}
