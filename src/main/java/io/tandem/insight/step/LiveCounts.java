package io.tandem.insight.step;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.tandem.process.Diagram;
import io.tandem.process.Diagrams;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Where the tickets are at this moment. All who look within two seconds see the same: with many tickets a count takes a
 * part of a second, and a page asks every four. A version that has just gone live is counted at once.
 */
@Component
class LiveCounts {

    private static final Duration SHARED_FOR = Duration.ofSeconds(2);

    record Now(Instant at, List<OfProcess> processes) {}

    /**
     * @param version with which new tickets begin
     * @param versions those in which tickets are, the latest first
     * @param steps at which tickets are, in whatever version
     */
    record OfProcess(String process, String name, int version, List<OfVersion> versions, List<OfStep> steps) {}

    record OfVersion(int version, long tickets) {}

    /** @param stuck of these, those on which a step has failed for good */
    record OfStep(String step, long tickets, long stuck) {}

    private record At(String process, int version, String step, long tickets) {}

    private static final String VERSION = " join act_re_procdef d on d.id_ = e.proc_def_id_";

    private final JdbcClient sql;
    private final Diagrams diagrams;
    private final Clock clock;

    /** By the engine's ids of the versions that are live. */
    private final Cache<List<String>, Now> counted =
            Caffeine.newBuilder().expireAfterWrite(SHARED_FOR).maximumSize(2).build();

    LiveCounts(JdbcClient sql, Diagrams diagrams, Clock clock) {
        this.sql = sql;
        this.diagrams = diagrams;
        this.clock = clock;
    }

    Now now() {
        var live = diagrams.live();
        return counted.get(live.stream().map(Diagram::id).toList(), ids -> count(live));
    }

    private Now count(List<Diagram> live) {
        var versions = counted("select d.key_, d.version_, '' as step, count(distinct e.root_proc_inst_id_) as tickets"
                + " from act_ru_execution e" + VERSION + " where e.parent_id_ is null group by d.key_, d.version_");
        // A step may have several executions; the one of its process knows the ticket, and each ticket counts once.
        var steps = counted(
                "select d.key_, d.version_, s.act_id_ as step, count(distinct e.root_proc_inst_id_) as tickets"
                        + " from act_ru_execution s join act_ru_execution e on e.id_ = s.proc_inst_id_" + VERSION
                        + " where s.act_id_ is not null and not s.is_event_scope_ group by d.key_, d.version_, s.act_id_");
        var stuck = counted("select d.key_, d.version_, i.activity_id_ as step,"
                + " count(distinct e.root_proc_inst_id_) as tickets from act_ru_incident i"
                + " join act_ru_execution e on e.id_ = i.proc_inst_id_" + VERSION
                + " where i.activity_id_ is not null and i.cause_incident_id_ = i.id_"
                + " group by d.key_, d.version_, i.activity_id_");
        return new Now(
                clock.instant(),
                live.stream().map(each -> of(each, versions, steps, stuck)).toList());
    }

    private List<At> counted(String query) {
        return sql.sql(query)
                .query((row, n) -> new At(
                        row.getString("key_"), row.getInt("version_"), row.getString("step"), row.getLong("tickets")))
                .list();
    }

    private static OfProcess of(Diagram live, List<At> versions, List<At> steps, List<At> stuck) {
        var failed = byStep(live, stuck);
        var at = new ArrayList<OfStep>();
        byStep(live, steps)
                .forEach((step, tickets) ->
                        at.add(new OfStep(step, tickets, Math.min(tickets, failed.getOrDefault(step, 0L)))));
        return new OfProcess(
                live.process(),
                live.name(),
                live.version(),
                versions.stream()
                        .filter(found -> found.process().equals(live.process()))
                        .sorted((one, other) -> Integer.compare(other.version(), one.version()))
                        .map(found -> new OfVersion(found.version(), found.tickets()))
                        .toList(),
                at);
    }

    private static Map<String, Long> byStep(Diagram live, List<At> found) {
        var sums = new TreeMap<String, Long>();
        found.stream()
                .filter(at -> at.process().equals(live.process()))
                .forEach(at -> sums.merge(at.step(), at.tickets(), Long::sum));
        return sums;
    }
}
