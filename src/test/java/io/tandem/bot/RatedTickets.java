package io.tandem.bot;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** A database with our tables, and tickets in it that customers have rated. */
final class RatedTickets {

    static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    private final JdbcClient sql;
    private final UUID customer = UUID.randomUUID();
    private long number = 1;

    RatedTickets() {
        this(new SingleConnectionDataSource("jdbc:h2:mem:" + UUID.randomUUID(), "sa", "", true));
    }

    RatedTickets(DataSource database) {
        Flyway.configure().dataSource(database).load().migrate();
        sql = JdbcClient.create(database);
        sql.sql("insert into customer (id, created_at) values (?, ?)")
                .param(customer)
                .param(Timestamp.from(NOW))
                .update();
    }

    static EarnedAutonomy none(Articles articles) {
        return new RatedTickets().earned(articles);
    }

    EarnedAutonomy earned(Articles articles) {
        return earned(articles, CLOCK);
    }

    EarnedAutonomy earned(Articles articles, Clock clock) {
        return new EarnedAutonomy(articles, sql, clock, new BotSettings(Duration.ofSeconds(30), Duration.ofDays(90)));
    }

    void rated(String topic, String resolution, int... scores) {
        for (var score : scores) rate(ticket(topic, resolution, 1), 1, score, NOW.minus(Duration.ofDays(2)));
    }

    void ratedLongAgo(String topic, String resolution, int... scores) {
        for (var score : scores) rate(ticket(topic, resolution, 1), 1, score, NOW.minus(Duration.ofDays(91)));
    }

    /** The bot's answer was rated, then an agent won the customer back, and that was rated, too. */
    void ratedThenWonBack(String topic, int bot, int agent) {
        var ticket = ticket(topic, "AGENT", 2);
        rate(ticket, 1, bot, NOW.minus(Duration.ofDays(2)));
        sql.sql("insert into message (id, ticket, position, author, text, internal, channel, written_at)"
                        + " values (?, ?, 1, 'AGENT', 'Sorry!', false, 'web', ?)")
                .param(UUID.randomUUID())
                .param(ticket)
                .param(Timestamp.from(NOW.minus(Duration.ofDays(1))))
                .update();
        rate(ticket, 2, agent, NOW);
    }

    private UUID ticket(String topic, String resolution, int resolutions) {
        var id = UUID.randomUUID();
        sql.sql("insert into ticket (id, number, customer, channel, language, state, holder, topic, resolution,"
                        + " resolutions, messages, opened_at, version)"
                        + " values (?, ?, ?, 'web', 'en', 'CLOSED', 'NOBODY', ?, ?, ?, 1, ?, 1)")
                .param(id)
                .param(number++)
                .param(customer)
                .param(topic)
                .param(resolution)
                .param(resolutions)
                .param(Timestamp.from(NOW))
                .update();
        return id;
    }

    private void rate(UUID ticket, int resolution, int score, Instant at) {
        sql.sql("insert into rating (ticket, resolution, score, rated_at) values (?, ?, ?, ?)")
                .param(ticket)
                .param(resolution)
                .param(score)
                .param(Timestamp.from(at))
                .update();
    }
}
