package io.tandem.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Whoever works so much that no connection is free is not dead. */
class HeartbeatTest {

    @Test
    void theHeartBeatsWhileThePoolIsFull() throws Exception {
        var url = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";
        var beside = new DriverManagerDataSource(url);
        Flyway.configure().dataSource(beside).load().migrate();
        var node = new ThisNode();
        try (var pool = new HikariDataSource()) {
            pool.setJdbcUrl(url);
            pool.setMaximumPoolSize(1);
            var sql = JdbcClient.create(pool);
            var own = JdbcClient.create(beside);
            var heartbeat = new Heartbeat(node, new Leases(node, sql), () -> own, sql, event -> {});
            try (var taken = pool.getConnection()) {
                heartbeat.start();

                await().atMost(Duration.ofSeconds(15)).until(() -> isHeld(own, node));
                assertThat(taken.isValid(1)).isTrue();
            } finally {
                heartbeat.stop();
            }
        }
    }

    private static boolean isHeld(JdbcClient sql, ThisNode node) {
        return sql.sql("select count(*) from lease where name = ? and held_until > current_timestamp")
                        .param("node " + node.id())
                        .query(Long.class)
                        .single()
                == 1;
    }
}
