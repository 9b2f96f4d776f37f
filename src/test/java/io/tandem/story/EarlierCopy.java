package io.tandem.story;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A database that was restored from a copy, as far as one ticket sees it. */
public final class EarlierCopy {

    private EarlierCopy() {}

    /** Nothing that was said after the position has ever been said. */
    public static void isRestored(JdbcClient sql, UUID ticket, int position) {
        sql.sql("delete from message where ticket = ? and position > ?")
                .params(ticket, position)
                .update();
        sql.sql("update ticket set messages = ? where id = ?")
                .params(position, ticket)
                .update();
    }
}
