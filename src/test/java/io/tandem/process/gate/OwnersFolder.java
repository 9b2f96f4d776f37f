package io.tandem.process.gate;

import io.tandem.story.FolderOfItsOwn;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The folder in which an owner saves, in a test. */
final class OwnersFolder {

    final Path path;

    OwnersFolder(Path path) {
        this.path = path;
    }

    String read(String file) {
        try {
            return Files.readString(path.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void save(String file, String content) {
        save(file, content.getBytes(StandardCharsets.UTF_8));
    }

    void save(String file, byte[] content) {
        try {
            Files.createDirectories(path.resolve(file).getParent());
            Files.write(path.resolve(file), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void edit(String file, UnaryOperator<String> change) {
        save(file, change.apply(read(file)));
    }

    void edit(String file, String from, String to) {
        var text = read(file);
        if (!text.contains(from)) throw new AssertionError(file + " does not contain " + from);
        save(file, text.replace(from, to));
    }

    void delete(String file) {
        try {
            Files.delete(path.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean has(String file) {
        return Files.exists(path.resolve(file));
    }

    /** As we ship it. */
    void reset() {
        try {
            if (Files.exists(path)) {
                try (Stream<Path> all = Files.walk(path)) {
                    for (var each : (Iterable<Path>) all.sorted(Comparator.reverseOrder())::iterator) {
                        if (!each.equals(path)) Files.delete(each);
                    }
                }
            }
            Files.createDirectories(path);
            FolderOfItsOwn.copyInto(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
