package io.tandem.insight.step;

import io.tandem.process.Diagram;
import io.tandem.process.Diagrams;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts what the engine has written down, a few hundred tickets at a time: memory does not grow with their number. */
@Component
class History {

    private static final int AT_ONCE = 200;

    private final JdbcClient sql;
    private final Diagrams diagrams;
    private final LastWriters writers;

    History(JdbcClient sql, Diagrams diagrams, LastWriters writers) {
        this.sql = sql;
        this.diagrams = diagrams;
        this.writers = writers;
    }

    /** What was passed in the block: if it is of people the steps of people, as far as they may be told, else all others. */
    Tallies count(Block block, ZoneId zone) {
        var from = block.from(zone);
        var to = block.to(zone);
        var tallies = new Tallies();
        var met = new HashSet<>(diagrams.live());
        var roots = roots(from, to);
        for (int at = 0; at < roots.size(); at += AT_ONCE) {
            var some = roots.subList(at, Math.min(at + AT_ONCE, roots.size()));
            var authors = block.isOfPeople() ? writers.on(some) : LastWriters.NOBODY;
            for (var steps : passedIn(some).values()) count(steps, from, to, authors, tallies, met);
        }
        var ofPeople = new PeoplesSteps(met);
        return block.isOfPeople()
                ? tallies.only(ofPeople::contains).thatMayBeTold()
                : tallies.only((process, step) -> !ofPeople.contains(process, step));
    }

    private List<String> roots(Timestamp from, Timestamp to) {
        return sql.sql("select distinct root_proc_inst_id_ from act_hi_actinst where end_time_ >= ? and end_time_ < ?")
                .param(from)
                .param(to)
                .query(String.class)
                .list();
    }

    private Map<String, List<Passed>> passedIn(List<String> roots) {
        return sql
                .sql(
                        "select root_proc_inst_id_, proc_inst_id_, proc_def_id_, act_id_, start_time_, end_time_, duration_,"
                                + " sequence_counter_, act_inst_state_ from act_hi_actinst where root_proc_inst_id_ in (:roots)")
                .param("roots", roots)
                .query((row, n) -> passed(row))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Passed::instance));
    }

    private static Passed passed(ResultSet row) throws SQLException {
        var end = row.getTimestamp("end_time_");
        return new Passed(
                row.getString("root_proc_inst_id_"),
                row.getString("proc_inst_id_"),
                row.getString("proc_def_id_"),
                row.getString("act_id_"),
                row.getTimestamp("start_time_").toInstant(),
                end == null ? null : end.toInstant(),
                row.getLong("duration_"),
                row.getLong("sequence_counter_"),
                row.getInt("act_inst_state_") == Passed.CANCELLED);
    }

    private void count(
            List<Passed> steps,
            Timestamp from,
            Timestamp to,
            LastWriters.Authors authors,
            Tallies tallies,
            Set<Diagram> met) {
        var diagram = diagrams.of(steps.get(steps.size() - 1).definition()).orElse(null);
        if (diagram == null) return;
        met.add(diagram);
        steps.stream()
                .filter(passed -> passed.endedBetween(from, to))
                .forEach(passed -> tallies.of(diagram.process(), passed.step()).took(passed, authors.of(passed)));
        new Replay(diagram, steps).tell((passed, way) -> {
            if (passed.endedBetween(from, to)) {
                tallies.of(diagram.process(), passed.step()).wentOn(way, authors.of(passed));
            }
        });
    }
}
