package io.tandem.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.time.Duration;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The pool as we ship it, on a PostgreSQL under an address of the operator's own. */
class SilentDatabaseTest {

    /** Some seconds for a connection, and a bit for the one that was just being looked at. */
    private static final Duration SOON = Duration.ofSeconds(8);

    private interface Use {

        void of(DataSource pool) throws Exception;
    }

    private static void withPool(String address, Use use) {
        new ApplicationContextRunner()
                .withInitializer(new ConfigDataApplicationContextInitializer())
                .withConfiguration(AutoConfigurations.of(DataSourceAutoConfiguration.class))
                .withPropertyValues(
                        "spring.datasource.url=" + address,
                        "spring.datasource.username=postgres",
                        "spring.datasource.password=")
                .run(tandem -> use.of(tandem.getBean(DataSource.class)));
    }

    @Test
    void whoeverNeedsADatabaseThatSaysNothingHearsSoWithinSeconds() throws Exception {
        try (var postgres = EmbeddedPostgres.start();
                var network = new TcpProxy()) {
            network.leadsTo(postgres.getPort());
            withPool("jdbc:postgresql://127.0.0.1:" + network.port() + "/postgres", pool -> {
                var sql = JdbcClient.create(pool);
                assertThat(sql.sql("select 1").query(Integer.class).single()).isEqualTo(1);
                network.fallSilent();
                Thread.sleep(1_000);

                for (var i = 0; i < 2; i++) {
                    var asked = System.nanoTime();
                    assertThatThrownBy(() ->
                                    sql.sql("select 1").query(Integer.class).single())
                            .isInstanceOf(CannotGetJdbcConnectionException.class);
                    assertThat(Duration.ofNanos(System.nanoTime() - asked)).isLessThan(SOON);
                }

                network.mend();
                Thread.sleep(1_000);
                assertThat(sql.sql("select 1").query(Integer.class).single()).isEqualTo(1);
            });
        }
    }

    @Test
    void errorsTellNothingOfWhatSomebodyWrote() throws Exception {
        try (var postgres = EmbeddedPostgres.start()) {
            var address = "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/postgres";
            withPool(address + "?reWriteBatchedInserts=true", pool -> {
                assertThat(duplicate(pool))
                        .hasMessageContaining("unique constraint")
                        .hasMessageNotContaining("anna@");
            });
            withPool(address + "?logServerErrorDetail=true", pool -> {
                assertThat(duplicate(pool)).as("the address goes before").hasMessageContaining("anna@shop.example");
            });
        }
    }

    private static Throwable duplicate(DataSource pool) {
        assertThat(((HikariDataSource) pool).getMaximumPoolSize()).isEqualTo(20);
        var sql = JdbcClient.create(pool);
        sql.sql("create table if not exists known (address varchar(100) unique)")
                .update();
        sql.sql("delete from known").update();
        var add = sql.sql("insert into known (address) values (?)").param("anna@shop.example");
        add.update();
        return catchThrowableOfType(DuplicateKeyException.class, add::update);
    }
}
