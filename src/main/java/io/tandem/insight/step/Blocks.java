package io.tandem.insight.step;

import io.tandem.insight.step.Way.How;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What has been counted, block by block. */
@Component
class Blocks {

    private static final int AT_ONCE = 500;
    private static final String NOTHING = "";

    private final JdbcClient sql;
    private final JdbcTemplate many;

    Blocks(JdbcClient sql, JdbcTemplate many) {
        this.sql = sql;
        this.many = many;
    }

    Set<LocalDate> counted(int days) {
        return new TreeSet<>(sql.sql("select first_day from step_block where days = ?")
                .param(days)
                .query(LocalDate.class)
                .list());
    }

    void keep(Block block, Tallies tallies, Instant now) {
        sql.sql("insert into step_block (first_day, days, drawn_at) values (?, ?, ?)")
                .param(Date.valueOf(block.firstDay()))
                .param(block.days())
                .param(Timestamp.from(now))
                .update();
        var times = new ArrayList<Object[]>();
        var ways = new ArrayList<Object[]>();
        for (var process : tallies.processes()) {
            tallies.forEachOf(process, (step, tally) -> {
                tally.times()
                        .byClass()
                        .forEach((timeClass, cases) -> times.add(row(block, process, step, timeClass, cases)));
                tally.ways()
                        .forEach((way, cases) ->
                                ways.add(row(block, process, step, way.how().name(), next(way), cases)));
            });
        }
        insert(
                "insert into step_time (first_day, days, process, step, time_class, cases) values (?, ?, ?, ?, ?, ?)",
                times);
        insert(
                "insert into step_way (first_day, days, process, step, how, next_step, cases) values (?, ?, ?, ?, ?, ?, ?)",
                ways);
    }

    private static Object[] row(Block block, Object... rest) {
        var row = new ArrayList<Object>(List.of(Date.valueOf(block.firstDay()), block.days()));
        row.addAll(List.of(rest));
        return row.toArray();
    }

    private void insert(String statement, List<Object[]> rows) {
        for (int at = 0; at < rows.size(); at += AT_ONCE) {
            many.batchUpdate(statement, rows.subList(at, Math.min(at + AT_ONCE, rows.size())));
        }
    }

    private static String next(Way way) {
        return way.next() == null ? NOTHING : way.next();
    }

    void forgetBefore(LocalDate day) {
        sql.sql("delete from step_block where first_day < ?")
                .param(Date.valueOf(day))
                .update();
        sql.sql("delete from step_look where looked_on < ?")
                .param(Date.valueOf(day))
                .update();
    }

    /** Adds up the blocks of this length that begin on one of these days. @param to no longer included */
    void addUp(String process, int days, LocalDate from, LocalDate to, Tallies tallies) {
        sql.sql("select step, time_class, sum(cases) as cases from step_time where process = ? and days = ?"
                        + " and first_day >= ? and first_day < ? group by step, time_class")
                .params(process, days, Date.valueOf(from), Date.valueOf(to))
                .query(row -> {
                    tallies.of(process, row.getString("step"))
                            .times()
                            .add(row.getInt("time_class"), row.getLong("cases"));
                });
        sql.sql("select step, how, next_step, sum(cases) as cases from step_way where process = ? and days = ?"
                        + " and first_day >= ? and first_day < ? group by step, how, next_step")
                .params(process, days, Date.valueOf(from), Date.valueOf(to))
                .query(row -> {
                    tallies.of(process, row.getString("step")).add(way(row), row.getLong("cases"));
                });
    }

    private static Way way(ResultSet row) throws SQLException {
        var next = row.getString("next_step");
        return new Way(How.valueOf(row.getString("how")), next.equals(NOTHING) ? null : next);
    }
}
