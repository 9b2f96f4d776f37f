package io.tandem.process.migration;

import io.tandem.process.TicketProcess;
import io.tandem.process.migration.LiveModels.Live;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which tickets run on which versions. A ticket is its process, what colleagues are asked about it, and all that these have
 * called: whatever has begun under one business key. It moves as a whole.
 */
@Component
class OpenTickets {

    /** Only the row of a first process surely has the key. */
    private static final String WITH_FIRST =
            " from act_ru_execution e join act_ru_execution r on r.id_ = e.root_proc_inst_id_ where e.parent_id_ is null";

    private static final String OLDER = " and e.proc_def_id_ not in (:live) and r.business_key_ > :after";

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
        return sql.sql("select d.id_, d.key_, d.version_, found.tickets from act_re_procdef d join"
                        + " (select e.proc_def_id_ as definition, count(distinct r.business_key_) as tickets"
                        + WITH_FIRST
                        + " group by e.proc_def_id_) found on found.definition = d.id_"
                        + " order by d.key_, d.version_ desc")
                .query((row, n) -> new OnVersion(
                        row.getString("id_"), row.getString("key_"), row.getInt("version_"), row.getLong("tickets")))
                .list();
    }

    /** How many tickets stand at each element of a version. */
    Map<String, Long> at(String definition) {
        var tickets = new TreeMap<String, Long>();
        // Only the row of a process as a whole knows the first process.
        sql.sql("select s.act_id_, count(distinct r.business_key_) as tickets from act_ru_execution s"
                        + " join act_ru_execution e on e.id_ = s.proc_inst_id_"
                        + " join act_ru_execution r on r.id_ = e.root_proc_inst_id_"
                        + " where s.proc_def_id_ = ? and s.act_id_ is not null group by s.act_id_")
                .param(definition)
                .query(row -> {
                    tickets.put(row.getString("act_id_"), row.getLong("tickets"));
                });
        return tickets;
    }

    /** The business keys of tickets that run, all or in part, on other versions than the live one. */
    List<String> older(Live live, String after, int most) {
        return sql.sql("select distinct r.business_key_" + WITH_FIRST + OLDER + " order by r.business_key_ limit "
                        + most)
                .param("live", live.ids())
                .param("after", after)
                .query(String.class)
                .list();
    }

    long countOlder(Live live, String after) {
        return sql.sql("select count(distinct r.business_key_)" + WITH_FIRST + OLDER)
                .param("live", live.ids())
                .param("after", after)
                .query(Long.class)
                .single();
    }

    /**
     * All processes of a ticket, its own first one before what that has called and what colleagues are asked. Nothing here
     * asks for what is null: of all indexes H2 would take the one that finds every ticket's rows.
     */
    List<Running> running(String ticket) {
        return sql.sql("select e.id_, d.id_ as definition, d.key_, d.version_ from act_ru_execution r"
                        + " join act_ru_execution e on e.root_proc_inst_id_ = r.id_ and e.id_ = e.proc_inst_id_"
                        + " join act_re_procdef d on d.id_ = e.proc_def_id_"
                        + " where r.business_key_ = :ticket and r.id_ = r.root_proc_inst_id_"
                        + " order by case when d.key_ = :first then 0 when e.id_ = r.id_ then 1 else 2 end, e.id_")
                .param("ticket", ticket)
                .param("first", TicketProcess.TICKET)
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

    /** Whether a step of one of these is being done at this moment. */
    boolean areAtWork(List<Running> processes, Instant now) {
        return sql.sql("select count(*) from act_ru_job where process_instance_id_ in (:processes)"
                                + " and lock_owner_ is not null and lock_exp_time_ > :now")
                        .param(
                                "processes",
                                processes.stream().map(Running::instance).toList())
                        .param("now", Timestamp.from(now))
                        .query(Long.class)
                        .single()
                > 0;
    }
}
