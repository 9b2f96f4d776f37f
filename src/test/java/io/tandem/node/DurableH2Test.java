package io.tandem.node;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The operator has an address of their own for H2. */
@ExtendWith(OutputCaptureExtension.class)
class DurableH2Test {

    @TempDir
    private Path folder;

    @Test
    void whatItAcknowledgesIsOnTheDiskWhateverTheAddressSays(CapturedOutput log) {
        try (var pool = pool("jdbc:h2:file:" + folder.resolve("own"))) {
            assertThat(writeDelay(pool)).isEqualTo(500);

            starts(pool);

            assertThat(writeDelay(pool)).isZero();
            assertThat(log).contains("WRITE_DELAY=0", "DB_CLOSE_ON_EXIT=FALSE", "LOCK_TIMEOUT=10000");
        }
    }

    @Test
    void ourOwnAddressIsAsItShouldBe(CapturedOutput log) {
        var ours =
                "jdbc:h2:file:" + folder.resolve("tandem") + ";WRITE_DELAY=0;LOCK_TIMEOUT=10000;DB_CLOSE_ON_EXIT=FALSE";
        try (var pool = pool(ours)) {
            starts(pool);

            assertThat(writeDelay(pool)).isZero();
            assertThat(log).doesNotContain("The address of H2");
        }
    }

    @Test
    void whatIsInMemoryIsLeftAlone(CapturedOutput log) {
        try (var pool = pool("jdbc:h2:mem:forgets")) {
            starts(pool);

            assertThat(log).doesNotContain("The address of H2");
        }
    }

    private static void starts(HikariDataSource pool) {
        new DurableH2().postProcessAfterInitialization(pool, "dataSource");
    }

    private static HikariDataSource pool(String address) {
        var pool = new HikariDataSource();
        pool.setJdbcUrl(address);
        pool.setUsername("sa");
        pool.setPassword("");
        pool.setMaximumPoolSize(2);
        return pool;
    }

    private static int writeDelay(HikariDataSource pool) {
        return JdbcClient.create(pool)
                .sql(
                        "select distinct setting_value from information_schema.settings where setting_name = 'WRITE_DELAY'")
                .query(Integer.class)
                .single();
    }
}
