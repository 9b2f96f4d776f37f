package io.tandem.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Which folder owners save in, and what the log says of it. */
@ExtendWith(OutputCaptureExtension.class)
class NamedFolderTest {

    @TempDir
    private Path folder;

    @Test
    void whoNamesAFolderThatIsNotThereIsWarned(CapturedOutput log) {
        var missing = folder.resolve("processes");

        assertThat(new FolderOnDisk(new FolderOnDisk.Settings(missing)).isCopy())
                .isTrue();

        assertThat(log.getOut()).contains("WARN").contains(missing + ", which tandem.processes names");
        assertThat(missing).doesNotExist();
    }

    @Test
    void whoNamesNoneIsNot(CapturedOutput log) {
        assertThat(new FolderOnDisk(new FolderOnDisk.Settings(null)).path())
                .isEqualTo(Path.of("processes").toAbsolutePath());

        assertThat(log.getOut()).doesNotContain("WARN");
    }
}
