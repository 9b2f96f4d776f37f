package io.tandem.insight;

import com.github.f4b6a3.uuid.UuidCreator;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who has looked at the figures of which group: written down at every look, for the agents to read. */
@Component
class Looks {

    private static final int MOST = 500;

    /** @param shown whether there was anything to see */
    record Look(Instant at, String by, YearMonth month, String team, boolean shown) {}

    record AtSteps(Instant at, String by, String process, boolean shown) {}

    private final JdbcClient sql;
    private final Clock clock;

    Looks(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    void writeDown(String by, YearMonth month, String team, boolean shown) {
        sql.sql("insert into look (id, looked_at, looked_by, in_month, team, shown) values (?, ?, ?, ?, ?, ?)")
                .param(UuidCreator.getTimeOrderedEpoch())
                .param(Timestamp.from(clock.instant()))
                .param(by)
                .param(month.toString())
                .param(team)
                .param(shown)
                .update();
    }

    /** The looks at figures that include this agent, the latest first. */
    List<Look> thatInclude(String agent) {
        return sql.sql("select l.* from look l join counted_agent c on c.in_month = l.in_month and c.team = l.team"
                        + " where c.agent = ? order by l.looked_at desc, l.id desc limit " + MOST)
                .param(agent)
                .query((row, n) -> new Look(
                        row.getTimestamp("looked_at").toInstant(),
                        row.getString("looked_by"),
                        YearMonth.parse(row.getString("in_month")),
                        row.getString("team"),
                        row.getBoolean("shown")))
                .list();
    }

    /** The looks at the steps of people in a process, which are about all agents together. The latest first. */
    List<AtSteps> atSteps() {
        return sql.sql("select looked_at, looked_by, process, shown from step_look"
                        + " order by looked_at desc, looked_by, process limit " + MOST)
                .query((row, n) -> new AtSteps(
                        row.getTimestamp("looked_at").toInstant(),
                        row.getString("looked_by"),
                        row.getString("process"),
                        row.getBoolean("shown")))
                .list();
    }
}
