package io.tandem.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** One message waits, and the clocks of two nodes differ by hours. */
class ClaimsTest {

    private final JdbcClient sql = database();
    private final UUID message = waits();

    @Test
    void aNodeWhoseClockIsAheadDoesNotSendWhatAnotherIsSending() {
        assertThat(at(Duration.ZERO).next("pigeon")).map(Claimed::message).hasValue(message);

        assertThat(at(Duration.ofHours(2)).next("pigeon")).isEmpty();
    }

    @Test
    void norDoesItKeepItForHours() {
        var ahead = at(Duration.ofHours(2));
        assertThat(ahead.next("pigeon")).map(Claimed::message).hasValue(message);
        ahead.renew(List.of(message));

        assertThat(sql.sql(
                                "select count(*) from delivery where claimed_until < current_timestamp + interval '1' minute")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    private Claims at(Duration ahead) {
        return new Claims(sql, Clock.offset(Clock.systemUTC(), ahead));
    }

    private static JdbcClient database() {
        var database = new DriverManagerDataSource("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        Flyway.configure().dataSource(database).load().migrate();
        return JdbcClient.create(database);
    }

    private UUID waits() {
        var id = UUID.randomUUID();
        sql.sql("insert into customer (id, created_at) values (?, current_timestamp)")
                .param(id)
                .update();
        sql.sql("insert into ticket (id, number, customer, channel, language, state, holder, resolutions, messages,"
                        + " opened_at, version) values (?, 1, ?, 'pigeon', 'en', 'OPEN', 'BOT', 0, 1,"
                        + " current_timestamp, 0)")
                .params(id, id)
                .update();
        sql.sql("insert into message (id, ticket, position, author, text, internal, channel, written_at)"
                        + " values (?, ?, 1, 'BOT', 'Hello', false, 'pigeon', current_timestamp)")
                .params(id, id)
                .update();
        sql.sql("insert into delivery (message, state, channel, recorded_at, queued_at, due_at)"
                        + " values (?, 'QUEUED', 'pigeon', current_timestamp, current_timestamp,"
                        + " current_timestamp - interval '1' minute)")
                .param(id)
                .update();
        return id;
    }
}
