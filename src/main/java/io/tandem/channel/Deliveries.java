package io.tandem.channel;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What became of the messages that are to leave the house. */
@Component
public class Deliveries {

    /** Stored and not on its way yet, or handed to the channel. */
    public enum State {
        PENDING,
        SENT
    }

    private final JdbcClient sql;
    private final Clock clock;

    Deliveries(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    boolean isSent(UUID message) {
        return sql.sql("select count(*) from delivery where message = ? and state = ?")
                        .param(message)
                        .param(State.SENT.name())
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** The message is stored; a later step sends it. */
    public void await(UUID message) {
        insert(message, State.PENDING);
    }

    void recordSent(UUID message) {
        var known = sql.sql("update delivery set state = ?, recorded_at = ? where message = ?")
                .param(State.SENT.name())
                .param(Timestamp.from(clock.instant()))
                .param(message)
                .update();
        if (known == 0) insert(message, State.SENT);
    }

    private void insert(UUID message, State state) {
        sql.sql("insert into delivery (message, state, recorded_at) values (?, ?, ?)")
                .param(message)
                .param(state.name())
                .param(Timestamp.from(clock.instant()))
                .update();
    }

    /** The state of each of the ticket's messages that are to leave the house. */
    public Map<UUID, State> of(UUID ticket) {
        var states = new HashMap<UUID, State>();
        sql.sql("select d.message, d.state from delivery d join message m on m.id = d.message where m.ticket = ?")
                .param(ticket)
                .query(row -> {
                    states.put(row.getObject("message", UUID.class), State.valueOf(row.getString("state")));
                });
        return states;
    }
}
