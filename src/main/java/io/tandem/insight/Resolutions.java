package io.tandem.insight;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tickets that a person resolved in the month and that stayed so. Counts for whoever wrote the last reply before. */
@Component
class Resolutions implements Source {

    private final JdbcClient sql;

    Resolutions(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public List<Share> sharesIn(Period month) {
        return sql.sql("select agent, count(*) as tickets from ("
                        + "select m.agent, row_number() over (partition by t.id order by m.written_at desc, m.id desc)"
                        + " as place from ticket t join agent_message m on m.ticket = t.id"
                        + " where not m.internal and m.written_at <= t.resolved_at"
                        + " and t.resolution = 'AGENT' and t.state <> 'OPEN'"
                        + " and t.resolved_at >= ? and t.resolved_at < ?) replies where place = 1 group by agent")
                .param(month.from())
                .param(month.to())
                .query((row, n) -> Share.of(row.getString("agent"), Figure.RESOLVED, row.getLong("tickets")))
                .list();
    }
}
