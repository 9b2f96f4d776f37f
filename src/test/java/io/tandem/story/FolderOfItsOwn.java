package io.tandem.story;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** A copy of processes/ for Tandem to write in: what a test deploys must not end up in the repository. */
public final class FolderOfItsOwn implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final Path SHIPPED = Path.of("processes");

    @Override
    public void initialize(ConfigurableApplicationContext tandem) {
        try {
            var folder = Files.createTempDirectory("processes");
            copyInto(folder);
            TestPropertyValues.of("tandem.processes=" + folder).applyTo(tandem);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What we ship. */
    public static void copyInto(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(SHIPPED)) {
            for (var file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                var copy = folder.resolve(SHIPPED.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
    }
}
