package io.tandem.channel.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doNothing;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;

import com.github.f4b6a3.uuid.UuidCreator;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngineException;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.CannotCreateTransactionException;

/** A mail that is good, and a database that is away while it is read. */
class MailAttemptsTest {

    private final UUID mail = UuidCreator.getTimeOrderedEpoch();
    private final MailPieces pieces = mock();
    private final MailSorter sorter = mock();
    private JdbcClient sql;
    private MailAttempts attempts;

    @BeforeEach
    void aMailIsStored() {
        var database = new DriverManagerDataSource("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        Flyway.configure().dataSource(database).load().migrate();
        sql = JdbcClient.create(database);
        sql.sql(
                        "insert into mail (id, mailbox, provider_id, chain, sender, sender_doubted, subject, size, state, attempts,"
                                + " try_at, received_at) values (?, 'support', '1', '', 'karla@shop.example', false, 'Hello', 100,"
                                + " 'RECEIVED', 0, ?, ?)")
                .params(mail, Timestamp.from(Instant.now()), Timestamp.from(Instant.now()))
                .update();
        attempts = new MailAttempts(new Mails(sql, pieces, Clock.systemUTC()), pieces, sorter);
    }

    @Test
    void aFaultOfTheDatabaseIsNoAttempt() throws Exception {
        var deadlock = new SQLException("others were first", "40P01");
        doThrow(
                        new DataAccessResourceFailureException("away"),
                        new CannotCreateTransactionException("away"),
                        new ProcessEngineException("while the ticket's process went on", deadlock))
                .when(sorter)
                .sort(any(), any());
        for (int i = 0; i < 5; i++) next();

        assertThat(sql.sql("select state from mail").query(String.class).single())
                .isEqualTo("RECEIVED");
        doNothing().when(sorter).sort(any(), any());
        assertThat(next()).isEqualTo(1);
    }

    @Test
    void aFaultOfTheMailIs() throws Exception {
        doThrow(new IllegalStateException("strange")).when(sorter).sort(any(), any());
        for (int i = 1; i <= 3; i++) assertThat(next()).isEqualTo(i);

        assertThat(sql.sql("select state from mail").query(String.class).single())
                .isEqualTo("QUARANTINED");
    }

    /** Makes the next attempt, without the pause before it. */
    private int next() {
        var begun = attempts.beginNext().or(() -> {
            itsTimeHasCome();
            return attempts.beginNext();
        });
        begun.ifPresent(attempts::make);
        return begun.orElseThrow().attempts();
    }

    private void itsTimeHasCome() {
        sql.sql("update mail set try_at = ?")
                .param(Timestamp.from(Instant.now().minusSeconds(1)))
                .update();
    }
}
