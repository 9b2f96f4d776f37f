package io.tandem.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Ten thousand tickets are open, and a few of them are lost. */
class UnservedTest {

    private static final Instant NOW = Instant.parse("2026-11-26T12:00:00Z");
    private static final Instant AN_HOUR_AGO = NOW.minus(Duration.ofHours(1));

    private final UUID customer = UUID.randomUUID();
    private JdbcClient sql;
    private Unserved unserved;
    private int numbers;

    /** -Dunserved.database=jdbc:postgresql://... has it asked of PostgreSQL. */
    @BeforeEach
    void anEmptyDatabase() {
        var database = new DriverManagerDataSource(
                System.getProperty("unserved.database", "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1"));
        database.setUsername(System.getProperty("unserved.user", "sa"));
        Flyway.configure().dataSource(database).load().migrate();
        var engine = ProcessEngineConfiguration.createStandaloneProcessEngineConfiguration()
                // One that ends takes its name's place in the engine's statics with it.
                .setProcessEngineName("unserved")
                .setDatabaseSchemaUpdate(ProcessEngineConfiguration.DB_SCHEMA_UPDATE_TRUE)
                .setJobExecutorActivate(false);
        engine.setDataSource(database).buildProcessEngine().close();
        sql = JdbcClient.create(database);
        unserved = new Unserved(sql, Clock.fixed(NOW, ZoneOffset.UTC));
        sql.sql("insert into customer (id, created_at) values (?, ?)")
                .params(customer, Timestamp.from(NOW))
                .update();
    }

    @Test
    void whoIsLostIsFoundBehindAllWhoAreNot() {
        for (int i = 0; i < 60; i++) {
            stepOf(ticket("QUEUE"), 3, false, null);
            waitBeside(stepOf(ticket("AGENT"), 0, true, null));
            stepOf(ticket("NOBODY"), 0, true, null);
        }
        var queued = ticket("QUEUE");
        var failed = stepOf(ticket("BOT"), 0, true, null);
        var after = stepOf(ticket("AGENT"), 0, true, null);
        var ended = waitAt(stepOf(ticket("AGENT"), 0, true, null));

        assertThat(unserved.all()).containsExactlyInAnyOrder(queued, failed, after, ended);
        assertThat(unserved.includes(queued)).isTrue();
        assertThat(unserved.includes(failed)).isTrue();
    }

    @Test
    void aStepThatIsTriedAgainSoonIsGivenThatTime() {
        var soon = stepOf(ticket("BOT"), 3, true, NOW.plusSeconds(30));
        var late = stepOf(ticket("BOT"), 3, true, NOW.plusSeconds(300));

        assertThat(unserved.all()).containsExactly(late);
        assertThat(unserved.includes(soon)).isFalse();
        assertThat(unserved.stepFails(soon)).isTrue();
    }

    @Test
    void aStepThatWasNeverTriedMayTakeItsTime() {
        var waits = stepOf(ticket("BOT"), 3, false, NOW.plusSeconds(3600));

        assertThat(unserved.all()).isEmpty();
        assertThat(unserved.stepFails(waits)).isFalse();
    }

    @Test
    void whatSomebodyHasStoppedStays() {
        var stopped = stepOf(ticket("BOT"), 0, true, null);
        sql.sql("update act_ru_execution set suspension_state_ = 2 where business_key_ = ?")
                .param(stopped.toString())
                .update();

        assertThat(unserved.all()).isEmpty();
    }

    @Test
    void itIsFoundInTimeAmongTenThousand() {
        for (int i = 0; i < 5_000; i++) {
            stepOf(ticket("BOT"), 3, false, NOW.plus(Duration.ofHours(24)));
            taskOn(ticket("QUEUE"));
        }
        for (int i = 0; i < 2_000; i++) stepOf(ticket("NOBODY"), 0, true, null);
        for (int i = 0; i < 2_000; i++) waitBeside(stepOf(ticket("AGENT"), 0, true, null));
        var lost = stepOf(ticket("BOT"), 0, true, null);
        sql.sql("analyze").update();
        unserved.all();

        var began = System.nanoTime();
        var found = unserved.all();
        var took = Duration.ofNanos(System.nanoTime() - began);

        assertThat(found).containsExactly(lost);
        assertThat(took).isLessThan(Duration.ofSeconds(2));
    }

    private UUID ticket(String holder) {
        var id = UUID.randomUUID();
        sql.sql("insert into ticket (id, number, customer, channel, language, state, holder, resolutions, messages,"
                        + " opened_at, waiting_since, version) values (?, ?, ?, 'web', 'en', 'OPEN', ?, 0, 1, ?, ?, 0)")
                .params(id, ++numbers, customer, holder, Timestamp.from(AN_HOUR_AGO), Timestamp.from(AN_HOUR_AGO))
                .update();
        return id;
    }

    private UUID processOf(UUID ticket) {
        sql.sql("insert into act_re_procdef (id_, key_, version_) select 'ticket:1:1', 'ticket', 1"
                        + " where not exists (select 1 from act_re_procdef)")
                .update();
        sql.sql("insert into act_ru_execution (id_, rev_, root_proc_inst_id_, proc_inst_id_, business_key_,"
                        + " proc_def_id_, suspension_state_) values (?, 1, ?, ?, ?, 'ticket:1:1', 1)")
                .params(ticket.toString(), ticket.toString(), ticket.toString(), ticket.toString())
                .update();
        return ticket;
    }

    private UUID stepOf(UUID ticket, int retries, boolean failed, @Nullable Instant due) {
        processOf(ticket);
        var trace = failed ? ticket.toString() : null;
        if (failed) {
            sql.sql("insert into act_ge_bytearray (id_, rev_) values (?, 1)")
                    .param(trace)
                    .update();
        }
        sql.sql(
                        "insert into act_ru_job (id_, rev_, type_, root_proc_inst_id_, process_instance_id_, execution_id_, retries_,"
                                + " exception_stack_id_, duedate_, suspension_state_) values (?, 1, 'message', ?, ?, ?, ?, ?, ?, 1)")
                .params(ticket.toString(), ticket.toString(), ticket.toString(), ticket.toString(), retries, trace)
                .param(due == null ? null : Timestamp.from(due))
                .update();
        return ticket;
    }

    /** The step that fails has nothing to do with the wait for the customer. */
    private void waitBeside(UUID ticket) {
        var beside = UUID.randomUUID().toString();
        sql.sql("insert into act_ru_execution (id_, rev_, root_proc_inst_id_, proc_inst_id_, parent_id_, proc_def_id_,"
                        + " suspension_state_) values (?, 1, ?, ?, ?, 'ticket:1:1', 1)")
                .params(beside, ticket.toString(), ticket.toString(), ticket.toString())
                .update();
        wait(ticket, beside);
    }

    /** The step that fails is to end the wait for the customer. */
    private UUID waitAt(UUID ticket) {
        wait(ticket, ticket.toString());
        return ticket;
    }

    private void wait(UUID ticket, String execution) {
        sql.sql("insert into act_ru_event_subscr (id_, rev_, event_type_, event_name_, execution_id_, proc_inst_id_,"
                        + " created_) values (?, 1, 'message', 'customer-wrote', ?, ?, ?)")
                .params(UUID.randomUUID().toString(), execution, ticket.toString(), Timestamp.from(NOW))
                .update();
    }

    private void taskOn(UUID ticket) {
        processOf(ticket);
        sql.sql("insert into act_ru_task (id_, rev_, proc_inst_id_, execution_id_, proc_def_id_)"
                        + " values (?, 1, ?, ?, 'ticket:1:1')")
                .params(ticket.toString(), ticket.toString(), ticket.toString())
                .update();
    }
}
