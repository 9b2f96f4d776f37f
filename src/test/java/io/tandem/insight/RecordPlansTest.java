package io.tandem.insight;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Whoever reads what is recorded about their work passes over nothing of other people's. */
class RecordPlansTest {

    @ParameterizedTest
    @CsvSource({"REPLIES, MESSAGE_BY_AGENT", "NOTES, MESSAGE_BY_AGENT", "TICKETS, TICKET_AGENT"})
    void anAgentsRecordsAreFoundByTheAgent(RecordKind kind, String index) {
        var database = new DriverManagerDataSource("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        Flyway.configure().dataSource(database).load().migrate();

        var plan = JdbcClient.create(database)
                .sql("explain " + kind.query())
                .param("anna")
                .query(String.class)
                .single();

        assertThat(plan).contains("PUBLIC." + index + ":").doesNotContain("tableScan");
    }
}
