package io.tandem.desk.offer;

import io.tandem.desk.offer.Experience.Kind;
import io.tandem.desk.offer.Experience.Subject;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The replies that are drafted for agents, one a ticket; worded while nobody waits for them. */
@Component
class DraftedReplies {

    private final JdbcClient sql;

    DraftedReplies(JdbcClient sql) {
        this.sql = sql;
    }

    /**
     * @param basedOn the position of the customer's latest message then: a later one makes it stale
     * @param from what it was made of
     * @param text plain, without greeting and farewell
     */
    record Draft(int basedOn, Subject from, String text) {}

    Optional<Draft> of(UUID ticket) {
        return sql.sql("select * from drafted_reply where ticket = ?")
                .param(ticket)
                .query((row, n) -> new Draft(
                        row.getInt("based_on"),
                        new Subject(Kind.valueOf(row.getString("kind")), row.getString("item")),
                        row.getString("text")))
                .optional();
    }

    /** In a transaction. */
    void keep(UUID ticket, Draft draft) {
        sql.sql("delete from drafted_reply where ticket = ?").param(ticket).update();
        sql.sql("insert into drafted_reply (ticket, based_on, kind, item, text) values (?, ?, ?, ?, ?)")
                .param(ticket)
                .param(draft.basedOn())
                .param(draft.from().kind().name())
                .param(draft.from().item())
                .param(draft.text())
                .update();
    }
}
