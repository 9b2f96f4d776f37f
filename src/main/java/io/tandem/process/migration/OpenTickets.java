package io.tandem.process.migration;

import io.tandem.process.migration.LiveModels.Live;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which tickets run on which versions. A ticket is all that one first process has called; it moves as a whole. */
@Component
class OpenTickets {

    private final JdbcClient sql;

    OpenTickets(JdbcClient sql) {
        this.sql = sql;
    }

    /** @param definition the engine's id of the version */
    record OnVersion(String definition, String process, int version, long tickets) {}

    /** One process of a ticket: the first one, or one that it has called. */
    record Running(String instance, String definition, String process, int version) {}

    /** By process, the latest version first. */
    List<OnVersion> byVersion() {
        return sql.sql("select d.id_, d.key_, d.version_, count(distinct e.root_proc_inst_id_) as tickets"
                        + " from act_ru_execution e join act_re_procdef d on d.id_ = e.proc_def_id_"
                        + " where e.parent_id_ is null group by d.id_, d.key_, d.version_"
                        + " order by d.key_, d.version_ desc")
                .query((row, n) -> new OnVersion(
                        row.getString("id_"), row.getString("key_"), row.getInt("version_"), row.getLong("tickets")))
                .list();
    }

    /** How many tickets stand at each element of a version. */
    Map<String, Long> at(String definition) {
        var tickets = new TreeMap<String, Long>();
        // Only the row of a process as a whole knows the first process.
        sql.sql("select e.act_id_, count(distinct p.root_proc_inst_id_) as tickets from act_ru_execution e"
                        + " join act_ru_execution p on p.id_ = e.proc_inst_id_"
                        + " where e.proc_def_id_ = ? and e.act_id_ is not null group by e.act_id_")
                .param(definition)
                .query(row -> {
                    tickets.put(row.getString("act_id_"), row.getLong("tickets"));
                });
        return tickets;
    }

    /** The first processes of tickets that run, all or in part, on other versions than the live one. */
    List<String> older(Live live, String after, int most) {
        return sql.sql("select distinct root_proc_inst_id_ from act_ru_execution where parent_id_ is null"
                        + " and proc_def_id_ not in (:live) and root_proc_inst_id_ > :after"
                        + " order by root_proc_inst_id_ limit " + most)
                .param("live", live.ids())
                .param("after", after)
                .query(String.class)
                .list();
    }

    long countOlder(Live live, String after) {
        return sql.sql("select count(distinct root_proc_inst_id_) from act_ru_execution where parent_id_ is null"
                        + " and proc_def_id_ not in (:live) and root_proc_inst_id_ > :after")
                .param("live", live.ids())
                .param("after", after)
                .query(Long.class)
                .single();
    }

    @Nullable
    String businessKey(String root) {
        return sql.sql("select business_key_ from act_ru_execution where id_ = ? and business_key_ is not null")
                .param(root)
                .query(String.class)
                .optional()
                .orElse(null);
    }

    /** All processes of a ticket, the first one first. */
    List<Running> running(String root) {
        return sql.sql("select e.id_, d.id_ as definition, d.key_, d.version_ from act_ru_execution e"
                        + " join act_re_procdef d on d.id_ = e.proc_def_id_"
                        + " where e.root_proc_inst_id_ = ? and e.parent_id_ is null"
                        + " order by case when e.super_exec_ is null then 0 else 1 end, e.id_")
                .param(root)
                .query((row, n) -> new Running(
                        row.getString("id_"),
                        row.getString("definition"),
                        row.getString("key_"),
                        row.getInt("version_")))
                .list();
    }

    List<String> elements(String instance) {
        return sql.sql("select distinct act_id_ from act_ru_execution where proc_inst_id_ = ? and act_id_ is not null")
                .param(instance)
                .query(String.class)
                .list();
    }

    /** Whether a step of the ticket is being done at this moment. */
    boolean isAtWork(String root, Instant now) {
        return sql.sql("select count(*) from act_ru_job j join act_ru_execution e on e.id_ = j.process_instance_id_"
                                + " where e.root_proc_inst_id_ = ? and j.lock_owner_ is not null"
                                + " and j.lock_exp_time_ > ?")
                        .param(root)
                        .param(Timestamp.from(now))
                        .query(Long.class)
                        .single()
                > 0;
    }
}
