package io.tandem.ticket;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which tickets have to do with one another. A merged ticket names its survivor itself ({@link Ticket#mergedInto}). */
@Component
public class Relations {

    /** LINK has no direction; a ticket that was split off is the {@code other} of the one that it came from. */
    public enum Kind {
        LINK,
        SPLIT
    }

    public record Relation(UUID ticket, UUID other, Kind kind) {

        public UUID otherThan(UUID one) {
            return ticket.equals(one) ? other : ticket;
        }
    }

    private final JdbcClient sql;

    Relations(JdbcClient sql) {
        this.sql = sql;
    }

    /** @return whether they were not linked before */
    public boolean link(UUID one, UUID other) {
        var link = linkOf(one, other);
        if (of(one).contains(link)) return false;
        add(link, null);
        return true;
    }

    /** @return whether they were linked */
    public boolean unlink(UUID one, UUID other) {
        var link = linkOf(one, other);
        return sql.sql("delete from ticket_relation where ticket = ? and other = ? and kind = ?")
                        .param(link.ticket())
                        .param(link.other())
                        .param(link.kind().name())
                        .update()
                > 0;
    }

    /** @param request by which the same split is recognized when it is asked for again */
    public void splitOff(UUID from, UUID ticket, String request) {
        add(new Relation(from, ticket, Kind.SPLIT), request);
    }

    /** The ticket that this request has split off before. */
    public Optional<UUID> splitBy(String request) {
        return sql.sql("select other from ticket_relation where request = ?")
                .param(request)
                .query(UUID.class)
                .optional();
    }

    private static Relation linkOf(UUID one, UUID other) {
        return one.compareTo(other) < 0 ? new Relation(one, other, Kind.LINK) : new Relation(other, one, Kind.LINK);
    }

    private void add(Relation relation, @Nullable String request) {
        sql.sql("insert into ticket_relation (ticket, other, kind, request) values (?, ?, ?, ?)")
                .param(relation.ticket())
                .param(relation.other())
                .param(relation.kind().name())
                .param(request)
                .update();
    }

    /** Both directions. */
    public List<Relation> of(UUID ticket) {
        return sql.sql(
                        "select ticket, other, kind from ticket_relation where ticket = ? or other = ? order by other, ticket")
                .param(ticket)
                .param(ticket)
                .query((row, n) -> new Relation(
                        row.getObject("ticket", UUID.class),
                        row.getObject("other", UUID.class),
                        Kind.valueOf(row.getString("kind"))))
                .list();
    }
}
