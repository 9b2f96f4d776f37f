package io.tandem.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SaveWatchTest {

    private final AtomicInteger heard = new AtomicInteger();

    @Test
    void aSaveIsToldOnceWhenItHasSettled(@TempDir Path folder) throws IOException {
        var watch = new SaveWatch(FolderOnDisk.at(folder), event -> heard.incrementAndGet());
        watch.look();
        Files.writeString(folder.resolve("survey.dmn"), "one");

        watch.look();
        assertThat(heard).hasValue(0);

        watch.look();
        watch.look();
        assertThat(heard).hasValue(1);
    }

    @Test
    void aSaveThatCouldNotBeReadIsToldAgain(@TempDir Path folder) throws IOException {
        var watch = new SaveWatch(FolderOnDisk.at(folder), event -> {
            if (heard.incrementAndGet() == 1) throw new UncheckedIOException(new IOException("it vanished"));
        });
        Files.writeString(folder.resolve("survey.dmn"), "one");
        watch.look();
        assertThatThrownBy(watch::look).isInstanceOf(UncheckedIOException.class);

        watch.look();
        watch.look();

        assertThat(heard).hasValue(2);
    }
}
