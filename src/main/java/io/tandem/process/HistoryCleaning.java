package io.tandem.process;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What the engine has written down of steps goes when the diagrams say so ({@code historyTimeToLive}), counted from a
 * process's start: to count from its end would cost an update of every row. So whoever is still open then is kept on.
 */
@Component
public class HistoryCleaning {

    /** More than a night, and less than anybody would notice. */
    private static final Duration KEPT_ON = Duration.ofDays(7);

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mmxx");

    private static final List<String> TABLES = List.of(
            "act_hi_procinst",
            "act_hi_actinst",
            "act_hi_taskinst",
            "act_hi_varinst",
            "act_hi_detail",
            "act_hi_incident",
            "act_hi_job_log",
            "act_hi_op_log",
            "act_hi_decinst",
            "act_hi_dec_in",
            "act_hi_dec_out",
            "act_ge_bytearray");

    private final ProcessEngineConfigurationImpl engine;
    private final HistoryService history;
    private final Transactions transactions;
    private final JdbcClient sql;
    private final Clock clock;

    HistoryCleaning(
            ProcessEngineConfigurationImpl engine,
            HistoryService history,
            Transactions transactions,
            JdbcClient sql,
            Clock clock) {
        this.engine = engine;
        this.history = history;
        this.transactions = transactions;
        this.sql = sql;
        this.clock = clock;
    }

    /** In which hours of each night. The engine knows no time zone but what is an hour ahead of where: said anew each time. */
    public synchronized void cleanBetween(LocalTime from, LocalTime to, ZoneId zone) {
        var today = clock.instant().atZone(zone).toLocalDate();
        var begins = TIME.format(today.atTime(from).atZone(zone));
        var ends = TIME.format(today.atTime(to).atZone(zone));
        if (begins.equals(engine.getHistoryCleanupBatchWindowStartTime())
                && ends.equals(engine.getHistoryCleanupBatchWindowEndTime())) {
            return;
        }
        engine.setHistoryCleanupBatchWindowStartTime(begins);
        engine.setHistoryCleanupBatchWindowEndTime(ends);
        engine.initHistoryCleanup();
        transactions.inOne(() -> history.cleanUpHistoryAsync(false));
    }

    /** Nothing that belongs to an open ticket goes in the coming nights. */
    public void keepOfOpenTickets() {
        var now = clock.instant();
        var until = Timestamp.from(now.plus(KEPT_ON.multipliedBy(2)));
        var open = sql.sql("select distinct root_proc_inst_id_ from act_hi_procinst where removal_time_ < ?"
                        + " and end_time_ is null")
                .param(Timestamp.from(now.plus(KEPT_ON)))
                .query(String.class)
                .list();
        for (var process : open) {
            transactions.inOne(() -> TABLES.forEach(table -> sql.sql("update " + table
                            + " set removal_time_ = ? where root_proc_inst_id_ = ?" + " and removal_time_ < ?")
                    .params(until, process, until)
                    .update()));
        }
    }
}
