package io.tandem.insight;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What customers said in the month. A rating counts for whoever wrote the last reply before it. */
@Component
class RatingsGiven implements Source {

    private final JdbcClient sql;

    RatingsGiven(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public List<Share> sharesIn(Period month) {
        return sql.sql("select agent, count(*) as ratings, sum(score) as points from ("
                        + "select m.agent, r.score, row_number() over (partition by r.ticket, r.resolution"
                        + " order by m.written_at desc, m.id desc) as place"
                        + " from rating r join agent_message m on m.ticket = r.ticket"
                        + " where not m.internal and m.written_at <= r.rated_at"
                        + " and r.rated_at >= ? and r.rated_at < ?) rated where place = 1 group by agent")
                .param(month.from())
                .param(month.to())
                .query((row, n) -> new Share(
                        row.getString("agent"),
                        Figure.RATINGS,
                        new Amount(row.getLong("ratings"), row.getDouble("points"))))
                .list();
    }
}
