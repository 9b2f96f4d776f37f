package io.tandem.insight;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Whether what was promised was kept in time: the first response counts for whoever wrote it, the resolution for whoever
 * wrote the last reply before it. What nobody has answered yet counts for nobody.
 */
@Component
class KeptInTime implements Source {

    private static final String ENDED = """
            select agent, outcome, count(*) as clocks from (
              select m.agent, c.outcome, row_number() over (partition by c.id order by m.written_at %1$s, m.id %1$s) as place
              from service_clock c join agent_message m on m.ticket = c.ticket
              where c.kind = ? and c.outcome in ('MET', 'MISSED') and c.ended_at >= ? and c.ended_at < ?
                and not m.internal and m.written_at %2$s) replies
            where place = 1 group by agent, outcome
            """;

    private static final String FIRST_ONE = ENDED.formatted("asc", ">= c.started_at");
    private static final String LAST_ONE = ENDED.formatted("desc", "<= c.ended_at");

    private final JdbcClient sql;

    KeptInTime(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public List<Share> sharesIn(Period month) {
        return Stream.concat(
                        shares(FIRST_ONE, "FIRST_RESPONSE", Figure.RESPONSE_MET, Figure.RESPONSE_MISSED, month),
                        shares(LAST_ONE, "RESOLUTION", Figure.RESOLUTION_MET, Figure.RESOLUTION_MISSED, month))
                .toList();
    }

    private Stream<Share> shares(String query, String clock, Figure met, Figure missed, Period month) {
        return sql
                .sql(query)
                .param(clock)
                .param(month.from())
                .param(month.to())
                .query((row, n) -> Share.of(
                        row.getString("agent"),
                        row.getString("outcome").equals("MET") ? met : missed,
                        row.getLong("clocks")))
                .list()
                .stream();
    }
}
