package io.tandem.setting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.support.GenericApplicationContext;

/** Where the database lies, however an operator writes it. */
class DataFolderTest {

    private static final String OTHER_DATABASE = "jdbc:postgresql://db.example/tandem";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"./data, data", "d3, d3", "d3/, d3", "some/../d3, d3"})
    void aRelativeFolderBeginsWhereTandemRuns(String written, String meant) {
        assertThat(dataFolder(written, OTHER_DATABASE))
                .isEqualTo(Path.of("").toAbsolutePath().resolve(meant));
    }

    @Test
    void theHomeFolderIsWhatH2TakesItFor() {
        assertThat(dataFolder("~/tandem", OTHER_DATABASE))
                .isEqualTo(Path.of(System.getProperty("user.home"), "tandem"));
    }

    @Test
    void theFolderOfTheDatabaseIsMade() {
        var data = folder.resolve("new/data");

        assertThat(dataFolder(data + "/", "jdbc:h2:file:${tandem.data}/tandem;WRITE_DELAY=0"))
                .isEqualTo(data);

        assertThat(data).isDirectory();
    }

    @Test
    void whereTheDatabaseIsElsewhereNoFolderIsNeeded() {
        assertThat(dataFolder(folder.resolve("data").toString(), OTHER_DATABASE))
                .doesNotExist();
    }

    @Test
    void aFolderThatCannotBeIsNamed() throws IOException {
        var file = Files.createFile(folder.resolve("file"));

        assertThatThrownBy(() -> dataFolder(file + "/data", "jdbc:h2:file:${tandem.data}/tandem"))
                .isInstanceOf(BadSetting.class)
                .hasMessageStartingWith("tandem.data is " + file + "/data, ");
        assertThatThrownBy(() -> dataFolder(" ", OTHER_DATABASE)).isInstanceOf(BadSetting.class);
    }

    private static Path dataFolder(String written, String database) {
        try (var tandem = new GenericApplicationContext()) {
            TestPropertyValues.of("tandem.data=" + written, "spring.datasource.url=" + database)
                    .applyTo(tandem);
            new DataFolder().initialize(tandem);
            return Path.of(tandem.getEnvironment().getRequiredProperty("tandem.data"));
        }
    }
}
