package io.tandem.insight;

import static org.assertj.core.api.Assertions.assertThat;

import io.tandem.ticket.PastFigures;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

/** What is counted and listed on H2 is so on PostgreSQL, too. */
class InsightOnPostgresTest {

    private static final YearMonth MONTH = YearMonth.of(2020, 3);

    @Test
    void theSameWorkGivesTheSameFiguresAndEntries() throws IOException {
        try (var postgres = EmbeddedPostgres.start()) {
            var sql = JdbcClient.create(withTables(postgres.getPostgresDatabase()));
            new Shift(sql, MONTH).helps("anna", 6, 4);
            var month = new Period(MONTH, ZoneId.of("Europe/Berlin"));

            var shares = List.of(
                            new TicketsHelped(sql), new FirstReplies(sql), new Resolutions(sql), new RatingsGiven(sql))
                    .stream()
                    .flatMap(source -> source.sharesIn(month).stream())
                    .toList();

            assertThat(shares)
                    .containsExactlyInAnyOrder(
                            Share.of("anna", Figure.TICKETS, 6),
                            new Share("anna", Figure.FIRST_REPLY, new Amount(6, 720)),
                            new Share("anna", Figure.TAKEN, new Amount(6, 360)),
                            Share.of("anna", Figure.RESOLVED, 6),
                            new Share("anna", Figure.RATINGS, new Amount(6, 24)));
            assertThat(new BotFigures(sql, new PastFigures(sql)).in(month).ratings())
                    .isEqualTo(Amount.NONE);
            assertThat(new Records(sql).about("anna"))
                    .filteredOn(kept -> kept.count() == 6)
                    .extracting(Records.Kept::kind)
                    .containsExactly(RecordKind.REPLIES, RecordKind.TICKETS);
        }
    }

    private static DataSource withTables(DataSource database) {
        Flyway.configure().dataSource(database).load().migrate();
        var ofEngine = new ResourceDatabasePopulator(engine("engine"), engine("identity"));
        ofEngine.execute(database);
        return database;
    }

    private static ClassPathResource engine(String part) {
        return new ClassPathResource("org/camunda/bpm/engine/db/create/activiti.postgres.create." + part + ".sql");
    }
}
