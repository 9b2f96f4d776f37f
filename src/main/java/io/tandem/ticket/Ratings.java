package io.tandem.ticket;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How customers liked it: one rating for each resolution of a ticket. */
@Component
public class Ratings {

    private final JdbcClient sql;

    Ratings(JdbcClient sql) {
        this.sql = sql;
    }

    public void add(Rating rating) {
        sql.sql("insert into rating (ticket, resolution, score, comment, rated_at) values (?, ?, ?, ?, ?)")
                .param(rating.ticket())
                .param(rating.resolution())
                .param(rating.score())
                .param(rating.comment())
                .param(Timestamp.from(rating.ratedAt()))
                .update();
    }

    /** The rating of the ticket's latest resolution. */
    public Optional<Rating> of(Ticket ticket) {
        return sql.sql("select * from rating where ticket = ? and resolution = ?")
                .param(ticket.id())
                .param(ticket.resolutions())
                .query((row, n) -> new Rating(
                        row.getObject("ticket", UUID.class),
                        row.getInt("resolution"),
                        row.getInt("score"),
                        row.getString("comment"),
                        row.getTimestamp("rated_at").toInstant()))
                .optional();
    }

    /** When this customer was last asked, on whichever ticket. */
    public Optional<Instant> lastAsked(UUID customer) {
        return sql.sql("select max(rating_asked_at) as asked from ticket where customer = ?")
                .param(customer)
                .query((row, n) ->
                        Optional.ofNullable(row.getTimestamp("asked")).map(Timestamp::toInstant))
                .single();
    }
}
