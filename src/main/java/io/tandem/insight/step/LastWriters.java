package io.tandem.insight.step;

import io.tandem.process.Variables;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Whose doing a step of people was: whoever had written last on the ticket, notes included, when it ended. The engine's
 * history names nobody. Asked only to see whether there are enough people behind a figure.
 */
@Component
class LastWriters {

    interface Authors {
        @Nullable
        String of(Passed passed);
    }

    static final Authors NOBODY = passed -> null;

    private record Written(UUID ticket, Instant at, String agent) {}

    private final JdbcClient sql;

    LastWriters(JdbcClient sql) {
        this.sql = sql;
    }

    /** @param roots the outermost processes of some tickets */
    Authors on(List<String> roots) {
        var tickets = tickets(roots);
        if (tickets.isEmpty()) return NOBODY;
        var written = written(List.copyOf(tickets.values()));
        return passed -> Optional.ofNullable(tickets.get(passed.root()))
                .map(written::get)
                .map(times -> times.floorEntry(passed.until() == null ? Instant.MIN : passed.until()))
                .map(Map.Entry::getValue)
                .orElse(null);
    }

    private Map<String, UUID> tickets(List<String> roots) {
        var tickets = new HashMap<String, UUID>();
        sql.sql("select id_, business_key_ from act_hi_procinst where id_ in (:roots) and business_key_ is not null")
                .param("roots", roots)
                .query(row -> {
                    var root = row.getString("id_");
                    Variables.idIn(row.getString("business_key_")).ifPresent(ticket -> tickets.put(root, ticket));
                });
        return tickets;
    }

    private Map<UUID, TreeMap<Instant, String>> written(List<UUID> tickets) {
        return sql
                .sql("select ticket, written_at, agent from agent_message where ticket in (:tickets)")
                .param("tickets", tickets)
                .query((row, n) -> new Written(
                        row.getObject("ticket", UUID.class),
                        row.getTimestamp("written_at").toInstant(),
                        row.getString("agent")))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Written::ticket,
                        Collectors.toMap(Written::at, Written::agent, (one, other) -> other, TreeMap::new)));
    }
}
