package io.tandem.desk;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What agents have typed and not sent yet. Only the one who typed it reads it. */
@Component
class Drafts {

    private final JdbcClient sql;
    private final Clock clock;

    Drafts(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    Optional<String> of(UUID ticket, String agent) {
        return sql.sql("select text from draft where ticket = ? and agent = ?")
                .param(ticket)
                .param(agent)
                .query(String.class)
                .optional();
    }

    void keep(UUID ticket, String agent, String text) {
        discard(ticket, agent);
        if (text.isBlank()) return;
        sql.sql("insert into draft (ticket, agent, text, saved_at) values (?, ?, ?, ?)")
                .param(ticket)
                .param(agent)
                .param(text)
                .param(Timestamp.from(clock.instant()))
                .update();
    }

    void discard(UUID ticket, String agent) {
        sql.sql("delete from draft where ticket = ? and agent = ?")
                .param(ticket)
                .param(agent)
                .update();
    }
}
