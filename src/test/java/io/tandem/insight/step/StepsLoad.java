package io.tandem.insight.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tandem.Tandem;
import io.tandem.story.AgentAtDesk;
import io.tandem.story.CustomerInChat;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How quick the page of the processes is with many tickets: {@code mvn test -Dtest=StepsLoad}. Not part of the suite: it
 * takes minutes. Copies of one ticket that the bot has helped lie in 90 days of history, copies of one that waits are open.
 */
class StepsLoad {

    private static final int FINISHED = Integer.getInteger("steps-load.finished", 200_000);
    private static final int OPEN = Integer.getInteger("steps-load.open", 10_000);
    private static final int TIMES = 30;

    @Test
    void thePageIsQuickWithManyTickets() throws Exception {
        try (var postgres = EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "on")
                        .setServerConfig("max_wal_size", "4GB")
                        .start();
                var tandem = new SpringApplicationBuilder(Tandem.class)
                        .run(
                                "--server.port=0",
                                "--tandem.demo=true",
                                "--tandem.bot.time-limit=55s",
                                "--spring.datasource.username=postgres",
                                "--spring.datasource.url=" + postgres.getJdbcUrl("postgres", "postgres"))) {
            var port = tandem.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
            var sql = tandem.getBean(JdbcClient.class);
            fill(port, sql);
            // The program may have counted already, while the history was filled.
            sql.sql("delete from step_block").update();
            timed("all 90 days and 12 weeks are counted", 1, tandem.getBean(CountSteps.class)::countWhatIsDue);
            var otto = AgentAtDesk.signsIn(port, "otto");
            timed("figures, 90 days, the first look", 1, () -> get(otto, "/api/processes/bot-attempt/figures?days=90"));
            timed("figures, 90 days", TIMES, () -> get(otto, "/api/processes/bot-attempt/figures?days=90"));
            timed("figures, 30 days", TIMES, () -> get(otto, "/api/processes/bot-attempt/figures?days=30"));
            timed("live counts", TIMES, () -> get(otto, "/api/processes/now"));
            timed(
                    "for comparison: median out of the history by one query",
                    1,
                    () -> sql.sql(
                                    "select act_id_, percentile_cont(0.5) within group (order by duration_) from act_hi_actinst"
                                            + " where proc_def_key_ = 'bot-attempt' group by act_id_")
                            .query()
                            .listOfRows());
        }
    }

    private static void fill(int port, JdbcClient sql) {
        CustomerInChat.writes(port, "en", "When do I get my refund?").hears("bot");
        await().until(() -> rows(sql, "act_ru_execution where act_id_ = 'gateway_reply'") == 1);
        var open = sql.sql("select root_proc_inst_id_ from act_ru_execution where parent_id_ is null limit 1")
                .query(String.class)
                .single();
        sql.sql(
                        "insert into act_ru_execution (id_, rev_, root_proc_inst_id_, proc_inst_id_, business_key_, parent_id_,"
                                + " proc_def_id_, super_exec_, act_id_, act_inst_id_, is_active_, is_concurrent_, is_scope_,"
                                + " is_event_scope_, suspension_state_, cached_ent_state_, sequence_counter_)"
                                + " select md5(e.id_ || n), 1, case when e.root_proc_inst_id_ is null then null else md5(? || n) end,"
                                + " md5(e.proc_inst_id_ || n), null, case when e.parent_id_ is null then null else md5(e.parent_id_ || n) end,"
                                + " e.proc_def_id_, case when e.super_exec_ is null then null else md5(e.super_exec_ || n) end, e.act_id_,"
                                + " e.act_inst_id_, e.is_active_, e.is_concurrent_, e.is_scope_, e.is_event_scope_, e.suspension_state_,"
                                + " e.cached_ent_state_, e.sequence_counter_ from act_ru_execution e cross join generate_series(1, ?) n")
                .params(open, OPEN)
                .update();
        var karla = CustomerInChat.writes(port, "en", "When do I get my refund?");
        karla.says(karla.hears("bot"), true);
        karla.isAskedForARating();
        karla.rates(5, "");
        karla.seesState("CLOSED");
        // Filled without its indexes, which are made anew afterwards: that takes minutes less.
        var indexes = sql.sql("select indexname, indexdef from pg_indexes where tablename = 'act_hi_actinst'"
                        + " and indexdef not like 'CREATE UNIQUE%'")
                .query((row, n) -> List.of(row.getString(1), row.getString(2)))
                .list();
        indexes.forEach(index -> sql.sql("drop index " + index.get(0)).update());
        sql.sql(
                        "insert into act_hi_actinst (id_, proc_def_key_, proc_def_id_, root_proc_inst_id_, proc_inst_id_, execution_id_,"
                                + " act_id_, act_name_, act_type_, start_time_, end_time_, duration_, act_inst_state_, sequence_counter_)"
                                + " select md5(a.id_ || n), a.proc_def_key_, a.proc_def_id_, md5(a.root_proc_inst_id_ || n),"
                                + " md5(a.proc_inst_id_ || n), md5(a.execution_id_ || n), a.act_id_, a.act_name_, a.act_type_,"
                                + " a.start_time_ - make_interval(days => n % 90, secs => n % 3600),"
                                + " a.end_time_ - make_interval(days => n % 90, secs => n % 3600), a.duration_, a.act_inst_state_,"
                                + " a.sequence_counter_ from act_hi_actinst a cross join generate_series(1, ?) n where a.root_proc_inst_id_ ="
                                + " (select id_ from act_hi_procinst where business_key_ = ? and super_process_instance_id_ is null)")
                .params(FINISHED, karla.ticket().toString())
                .update();
        indexes.forEach(index -> sql.sql(index.get(1)).update());
        sql.sql("analyze").update();
        say("%,d finished and %,d open tickets, %,d rows of history", FINISHED, OPEN, rows(sql, "act_hi_actinst"));
    }

    private static long rows(JdbcClient sql, String of) {
        return sql.sql("select count(*) from " + of).query(Long.class).single();
    }

    private static void get(AgentAtDesk owner, String path) {
        assertThat(owner.send("GET", path, null).status()).isEqualTo(200);
    }

    private static void timed(String what, int times, Runnable work) {
        var millis = new double[times];
        for (int i = 0; i < times; i++) {
            var from = System.nanoTime();
            work.run();
            millis[i] = (System.nanoTime() - from) / 1e6;
        }
        Arrays.sort(millis);
        say("%s: median %,.0f ms, slowest %,.0f ms", what, millis[times / 2], millis[times - 1]);
    }

    private static void say(String words, Object... values) {
        System.out.println("LOAD " + words.formatted(values));
    }
}
