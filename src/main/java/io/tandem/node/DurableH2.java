package io.tandem.node;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.config.BeanPostProcessor;

/**
 * Sees to it that an H2 in a file keeps what it has acknowledged, whatever the operator's own address says: by default it
 * writes half a second later. One in memory keeps nothing anyway.
 */
final class DurableH2 implements BeanPostProcessor {

    private static final Logger log = LoggerFactory.getLogger(DurableH2.class);

    private static final String H2 = "JDBC:H2:";
    private static final String STAYS_OPEN = "DB_CLOSE_ON_EXIT=FALSE";
    private static final int LOCK_MILLIS = 10_000;

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        if (bean instanceof HikariDataSource pool && isH2(pool.getJdbcUrl())) {
            try (var connection = pool.getConnection()) {
                if (isFile(connection))
                    makeDurable(connection, pool.getJdbcUrl().toUpperCase(Locale.ROOT));
            } catch (SQLException refused) {
                log.warn("Whether H2 keeps what it acknowledges is not known: {}", refused.getMessage());
            }
        }
        return bean;
    }

    private static boolean isH2(@Nullable String address) {
        return address != null && address.toUpperCase(Locale.ROOT).startsWith(H2);
    }

    private static boolean isFile(Connection connection) throws SQLException {
        return answer(connection, "select database_path()").isPresent();
    }

    /** The rest only an address can say. */
    private static void makeDurable(Connection connection, String address) throws SQLException {
        var delay = answer(
                connection, "select setting_value from information_schema.settings where setting_name = 'WRITE_DELAY'");
        if (!delay.equals(Optional.of("0"))) {
            try (var set = connection.createStatement()) {
                set.execute("set write_delay 0");
            }
            log.warn("The address of H2 lacks WRITE_DELAY=0: it is set, so that what is acknowledged is on the disk");
        }
        if (!address.contains(STAYS_OPEN)) {
            log.warn("The address of H2 lacks {}: at the end it closes under what is still at work", STAYS_OPEN);
        }
        if (answer(connection, "select lock_timeout()").map(Integer::valueOf).orElse(0) < LOCK_MILLIS) {
            log.warn("The address of H2 lacks LOCK_TIMEOUT={}: requests may fail that had to wait", LOCK_MILLIS);
        }
    }

    private static Optional<String> answer(Connection connection, String question) throws SQLException {
        try (var ask = connection.createStatement();
                var answer = ask.executeQuery(question)) {
            return answer.next() ? Optional.ofNullable(answer.getString(1)) : Optional.empty();
        }
    }
}
