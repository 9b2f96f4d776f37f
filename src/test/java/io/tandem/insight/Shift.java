package io.tandem.insight;

import com.github.f4b6a3.uuid.UuidCreator;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Work of agents in a month long ago, as the desk stores it. */
final class Shift {

    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    private final JdbcClient sql;
    private final YearMonth month;

    Shift(JdbcClient sql, YearMonth month) {
        this.sql = sql;
        this.month = month;
    }

    static Instant at(YearMonth month, int day) {
        return month.atDay(day).atTime(12, 0).atZone(ZONE).toInstant();
    }

    /** The agent helps on so many new tickets: each was taken after 60 s, replied to after 120 s, and rated so. */
    void helps(String agent, int tickets, int score) {
        for (int i = 0; i < tickets; i++) rated(resolved(agent, at(month, 3 + i % 20)), score, at(month, 25));
    }

    UUID resolved(String agent, Instant at) {
        var ticket = UuidCreator.getTimeOrderedEpoch();
        var customer = UuidCreator.getTimeOrderedEpoch();
        sql.sql("insert into customer (id, created_at) values (?, ?)")
                .param(customer)
                .param(Timestamp.from(at))
                .update();
        sql.sql(
                        "insert into ticket (id, number, customer, channel, language, state, holder, agent, priority, resolution,"
                                + " resolutions, messages, opened_at, waiting_since, waited_seconds, resolved_at, version)"
                                + " values (?, nextval('ticket_number'), ?, 'web', 'en', 'CLOSED', 'NOBODY', ?, 0, 'AGENT',"
                                + " 1, 1, ?, ?, 60, ?, 1)")
                .param(ticket)
                .param(customer)
                .param(agent)
                .param(Timestamp.from(at))
                .param(Timestamp.from(at))
                .param(Timestamp.from(at.plusSeconds(120)))
                .update();
        writes(ticket, agent, 1, at.plusSeconds(120));
        return ticket;
    }

    void writes(UUID ticket, String agent, int position, Instant at) {
        sql.sql("insert into message (id, ticket, position, author, name, agent, text, internal, channel, provider_id,"
                        + " written_at) values (?, ?, ?, 'AGENT', ?, ?, 'Here you are', false, 'web', ?, ?)")
                .param(UuidCreator.getTimeOrderedEpoch())
                .param(ticket)
                .param(position)
                .param(agent)
                .param(agent)
                .param("desk/%s/%s/%s".formatted(ticket, agent, UUID.randomUUID()))
                .param(Timestamp.from(at))
                .update();
    }

    void rated(UUID ticket, int score, Instant at) {
        sql.sql("insert into rating (ticket, resolution, score, rated_at) values (?, 1, ?, ?)")
                .param(ticket)
                .param(score)
                .param(Timestamp.from(at))
                .update();
    }
}
