package io.tandem.insight;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tickets on which an agent wrote to the customer in the month. */
@Component
class TicketsHelped implements Source {

    private final JdbcClient sql;

    TicketsHelped(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public List<Share> sharesIn(Period month) {
        return sql.sql("select agent, count(distinct ticket) as tickets from agent_message"
                        + " where not internal and written_at >= ? and written_at < ? group by agent")
                .param(month.from())
                .param(month.to())
                .query((row, n) -> Share.of(row.getString("agent"), Figure.TICKETS, row.getLong("tickets")))
                .list();
    }
}
