package io.tandem.desk.offer;

import static java.util.stream.Collectors.toMap;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The closed tickets whose customers were satisfied: a person has helped and was rated well, or the bot has and the
 * customer said so. A ticket that came back or was rated badly is none, whatever was said of it before.
 */
@Component
class SolvedTickets {

    private static final int A_PAGE = 500;
    private static final UUID FIRST = new UUID(0, 0);

    private static final String SOLVED = """
            select t.id, t.closed_at, t.language, t.topic, r.score
            from ticket t left join rating r on r.ticket = t.id and r.resolution = t.resolutions
            where t.state = 'CLOSED'
              and (t.resolution = 'AGENT' and r.score >= :good
                   or t.resolution = 'BOT_CONFIRMED' and (r.score is null or r.score >= :good))
            """;

    private final JdbcClient sql;
    private final OfferSettings settings;

    SolvedTickets(JdbcClient sql, OfferSettings settings) {
        this.sql = sql;
        this.settings = settings;
    }

    /** Where a page begins: at this moment, behind this ticket. */
    record Place(Instant at, UUID ticket) {

        static Place from(Instant at) {
            return new Place(at, FIRST);
        }

        static Place of(SolvedTicket ticket) {
            return new Place(ticket.closedAt(), ticket.id());
        }
    }

    /** The next ones that were closed since, the earliest first; none at the end. */
    List<SolvedTicket> after(Place place) {
        return page(
                "and t.closed_at >= :at and (t.closed_at > :at or t.id > :ticket) order by t.closed_at, t.id", place);
    }

    /** The next ones that were closed before, the latest first; none at the end. */
    List<SolvedTicket> before(Place place) {
        return page(
                "and t.closed_at <= :at and (t.closed_at < :at or t.id < :ticket) order by t.closed_at desc, t.id desc",
                place);
    }

    private List<SolvedTicket> page(String where, Place place) {
        return sql.sql(SOLVED + where + " limit " + A_PAGE)
                .param("good", settings.goodRating())
                .param("at", Timestamp.from(place.at()))
                .param("ticket", place.ticket())
                .query(SolvedTickets::ticket)
                .list();
    }

    /** When the last of so many was closed, counted from the latest. */
    Optional<Instant> closingOf(int many) {
        return sql.sql(SOLVED + "order by t.closed_at desc offset " + (many - 1) + " rows fetch next 1 rows only")
                .param("good", settings.goodRating())
                .query(SolvedTickets::ticket)
                .optional()
                .map(SolvedTicket::closedAt);
    }

    /** Those of the tickets that are solved, as things stand. */
    Map<UUID, SolvedTicket> among(Collection<UUID> tickets) {
        if (tickets.isEmpty()) return Map.of();
        return sql
                .sql(SOLVED + "and t.id in (:tickets)")
                .param("good", settings.goodRating())
                .param("tickets", tickets)
                .query(SolvedTickets::ticket)
                .list()
                .stream()
                .collect(toMap(SolvedTicket::id, ticket -> ticket));
    }

    private static SolvedTicket ticket(ResultSet row, int n) throws SQLException {
        return new SolvedTicket(
                row.getObject("id", UUID.class),
                row.getTimestamp("closed_at").toInstant(),
                row.getString("language"),
                row.getString("topic"),
                row.getObject("score", Integer.class));
    }
}
