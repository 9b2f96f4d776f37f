package io.tandem.hours;

import static org.assertj.core.api.Assertions.assertThat;

import io.tandem.content.ProcessFolder;
import io.tandem.story.SetTime;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Five thousand pages ask at once how many come before them. */
class LineInViewTest {

    private static final Instant MORNING = Instant.parse("2026-11-25T08:00:00Z");
    private static final UUID CUSTOMER = UUID.randomUUID();

    private Instant now = MORNING;
    private final Clock clock = SetTime.of(() -> now);
    private JdbcClient sql;
    private LineInView line;
    private int asked;

    @BeforeEach
    void open() {
        var database = new DriverManagerDataSource("jdbc:h2:mem:%s;DB_CLOSE_DELAY=-1".formatted(UUID.randomUUID())) {
            @Override
            public java.sql.Connection getConnection() throws java.sql.SQLException {
                asked++;
                return super.getConnection();
            }
        };
        Flyway.configure().dataSource(database).load().migrate();
        sql = JdbcClient.create(database);
        sql.sql("insert into customer (id, created_at) values (?, now())")
                .param(CUSTOMER)
                .update();
        var hours = new BusinessHours(ProcessFolder.at(Path.of("processes")), clock);
        line = new LineInView(new WaitingLine(hours, sql, clock), clock);
    }

    @Test
    void whoIsDueSoonerComesFirstAndTheNumberDecidesBetweenEquals() {
        waits(1, 0, 30);
        waits(2, 1, 10);
        waits(3, 2, 30);
        waits(4, 3, null);
        taken(5, 0, 5);

        assertThat(line.ahead(2, due(10), since(1))).isZero();
        assertThat(line.ahead(1, due(30), since(0))).isEqualTo(1);
        assertThat(line.ahead(3, due(30), since(2))).isEqualTo(2);
        assertThat(line.ahead(4, Optional.empty(), since(3))).isEqualTo(3);
        assertThat(line.ahead(6, due(60), since(9))).isEqualTo(3);
    }

    @Test
    void theDatabaseIsAskedOnceHoweverManyAsk() {
        for (int i = 1; i <= 50; i++) waits(i, i, i);
        line.ahead(1, due(1), since(1));
        var once = asked;

        for (int i = 1; i <= 50; i++) {
            assertThat(line.ahead(i, due(i), since(i))).isEqualTo(i - 1);
            line.outlook();
        }
        assertThat(asked).isEqualTo(once);

        waits(99, 0, 0);
        now = MORNING.plusSeconds(3);
        assertThat(line.ahead(50, due(50), since(50))).isEqualTo(50);
    }

    private static Optional<Instant> due(int minutes) {
        return Optional.of(MORNING.plus(Duration.ofMinutes(minutes)));
    }

    private static Optional<Instant> since(int minutes) {
        return Optional.of(MORNING.plus(Duration.ofMinutes(minutes)));
    }

    private void waits(int number, int since, @Nullable Integer due) {
        ticket("QUEUE", number, since, due);
    }

    private void taken(int number, int since, int due) {
        ticket("AGENT", number, since, due);
    }

    private void ticket(String holder, int number, int since, @Nullable Integer due) {
        sql.sql("insert into ticket (id, number, customer, channel, language, state, holder, resolutions, messages,"
                        + " opened_at, waiting_since, due_at, version)"
                        + " values (?, ?, ?, 'web', 'en', 'OPEN', ?, 0, 0, ?, ?, ?, 0)")
                .params(UUID.randomUUID(), number, CUSTOMER, holder, Timestamp.from(MORNING))
                .param(Timestamp.from(since(since).get()))
                .param(due == null ? null : Timestamp.from(due(due).get()))
                .update();
    }
}
