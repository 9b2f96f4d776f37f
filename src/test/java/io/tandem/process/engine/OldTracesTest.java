package io.tandem.process.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.UUID;
import javax.sql.DataSource;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The engine has run before Tandem took care of it, and wrote down who did what. */
class OldTracesTest {

    private final DataSource database = database();
    private final JdbcClient sql = JdbcClient.create(database);

    @Test
    void namesGoAtTheFirstStartAndLaterOnesDoNotReadTheHistoryAgain() {
        start(false);
        annaHasWorked();
        assertThat(namesAnna()).isEqualTo(1);

        start(true);
        assertThat(namesAnna()).isZero();

        annaHasWorked();
        start(true);
        assertThat(namesAnna()).as("nobody has read them").isEqualTo(1);
    }

    @Test
    void whatFailedIsDoneByTheNextStart() {
        start(false);
        annaHasWorked();
        sql.sql("alter table act_hi_op_log rename to elsewhere").update();
        assertThat(catchThrowable(() -> start(true, "false"))).isNotNull();
        assertThat(namesAnna()).as("all or nothing").isEqualTo(1);

        sql.sql("alter table elsewhere rename to act_hi_op_log").update();
        start(true);
        assertThat(namesAnna()).isZero();
    }

    private void annaHasWorked() {
        sql.sql("insert into act_hi_actinst (id_, proc_def_key_, proc_def_id_, proc_inst_id_, execution_id_, act_id_,"
                        + " act_type_, start_time_, assignee_) values (?, 'p', 'p:1', 'i', 'e', 'a', 'userTask',"
                        + " current_timestamp, 'anna')")
                .param(UUID.randomUUID().toString())
                .update();
    }

    private long namesAnna() {
        return sql.sql("select count(*) from act_hi_actinst where assignee_ = 'anna'")
                .query(Long.class)
                .single();
    }

    private void start(boolean cleans) {
        start(cleans, "true");
    }

    private void start(boolean cleans, String schemaUpdate) {
        var configuration = new StandaloneProcessEngineConfiguration();
        configuration.setDataSource(database);
        configuration.setDatabaseSchemaUpdate(schemaUpdate);
        configuration.setProcessEngineName("traces");
        if (cleans) configuration.getProcessEnginePlugins().add(new OldTraces());
        configuration.buildProcessEngine().close();
    }

    private static DataSource database() {
        var database = new JdbcDataSource();
        database.setUrl("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        return database;
    }
}
