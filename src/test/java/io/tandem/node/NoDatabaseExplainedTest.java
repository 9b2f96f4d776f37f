package io.tandem.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.BeanCreationException;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.mock.env.MockEnvironment;

/** What an operator reads whose Tandem does not start for want of its database. */
class NoDatabaseExplainedTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "28P01, refuses our user or password, SPRING_DATASOURCE_PASSWORD",
        "3D000, has no such database, createdb",
        "08001, cannot be reached, SPRING_DATASOURCE_URL",
        "57P03, cannot be reached, it runs",
        "53300, no more connections, max_connections",
        "42501, may not do, owner",
    })
    void whatPostgresSaysIsPutInPlainWords(String state, String means, String action) {
        var told = told(
                "jdbc:postgresql://me:secret@db.example/tandem?password=secret", new SQLException("its words", state));

        assertThat(told.getDescription()).contains(means, "jdbc:postgresql://db.example/tandem", "its words");
        assertThat(told.getDescription()).doesNotContain("secret");
        assertThat(told.getAction()).contains(action, "start again");
    }

    @Test
    void anH2ThatSomebodyElseUses() throws SQLException {
        var url = "jdbc:h2:file:" + folder.resolve("tandem");
        try (var first = DriverManager.getConnection(url, "sa", "")) {
            assertThat(first.isValid(1)).isTrue();
            // As another program sees it: within one, H2 would give out the same database.
            assertThat(told(url, new SQLException("locked", "90020")).getAction())
                    .contains("TANDEM_DATA");
            assertThat(told(url, refused(url, "wrong")).getDescription()).contains("refuses our user or password");
        }
    }

    @Test
    void anH2ThatIsDamaged() throws SQLException, IOException {
        var file = folder.resolve("tandem");
        var url = "jdbc:h2:file:" + file;
        DriverManager.getConnection(url, "sa", "").close();
        try (var damage = new RandomAccessFile(file + ".mv.db", "rw")) {
            var nonsense = new byte[(int) Files.size(Path.of(file + ".mv.db"))];
            Arrays.fill(nonsense, (byte) 7);
            damage.write(nonsense);
        }

        var told = told(url, refused(url, ""));

        assertThat(told.getDescription()).contains("is damaged", url);
        assertThat(told.getAction()).contains("Restore the latest copy");
    }

    @Test
    void whatIsAMistakeOfOursKeepsItsStackTrace() {
        var explained = new NoDatabaseExplained(new MockEnvironment());

        assertThat(explained.analyze(new BeanCreationException("gate", new SQLException("no such column", "42703"))))
                .isNull();
    }

    private static SQLException refused(String url, String password) {
        return catchThrowableOfType(SQLException.class, () -> DriverManager.getConnection(url, "sa", password));
    }

    /** As Spring tells it of a bean, and the pool of a connection. */
    private static FailureAnalysis told(String url, SQLException refused) {
        var settings = new MockEnvironment().withProperty("spring.datasource.url", url);
        var whole = new BeanCreationException("gate", new SQLException("the pool failed", refused));
        var told = new NoDatabaseExplained(settings).analyze(whole);
        assertThat(told).isNotNull();
        return told;
    }
}
