package io.tandem.insight;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How long customers waited who wanted a person in the month. Counts for the agent who wrote the first reply. */
@Component
class FirstReplies implements Source {

    private record Wait(
            String agent, long untilReply, @Nullable Long untilTaken) {}

    private final JdbcClient sql;

    FirstReplies(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public List<Share> sharesIn(Period month) {
        Map<String, Amount> replied = new TreeMap<>();
        Map<String, Amount> taken = new TreeMap<>();
        waitsIn(month).forEach(wait -> {
            replied.merge(wait.agent(), new Amount(1, wait.untilReply()), Amount::plus);
            if (wait.untilTaken() != null) taken.merge(wait.agent(), new Amount(1, wait.untilTaken()), Amount::plus);
        });
        var shares = new ArrayList<Share>();
        replied.forEach((agent, amount) -> shares.add(new Share(agent, Figure.FIRST_REPLY, amount)));
        taken.forEach((agent, amount) -> shares.add(new Share(agent, Figure.TAKEN, amount)));
        return shares;
    }

    private List<Wait> waitsIn(Period month) {
        return sql.sql("select agent, waiting_since, written_at, waited_seconds from ("
                        + "select m.agent, m.written_at, t.waiting_since, t.waited_seconds,"
                        + " row_number() over (partition by t.id order by m.written_at, m.id) as place"
                        + " from ticket t join agent_message m on m.ticket = t.id"
                        + " where not m.internal and m.written_at >= t.waiting_since"
                        + " and t.waiting_since >= ? and t.waiting_since < ?) replies where place = 1")
                .param(month.from())
                .param(month.to())
                .query((row, n) -> wait(row))
                .list();
    }

    private static Wait wait(ResultSet row) throws SQLException {
        var since = row.getTimestamp("waiting_since").toInstant();
        var seconds = Duration.between(since, row.getTimestamp("written_at").toInstant());
        return new Wait(row.getString("agent"), seconds.toSeconds(), row.getObject("waited_seconds", Long.class));
    }
}
