package io.tandem.backup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The copies in their folder. Each is called by when it was begun, so their names are in the order of time. */
final class Backups {

    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("'tandem-'yyyyMMdd'T'HHmmss'Z.zip'").withZone(ZoneOffset.UTC);
    private static final String COPY = "tandem-????????T??????Z.zip";
    private static final String UNFINISHED = ".part";

    private final Path folder;

    Backups(Path folder) {
        this.folder = folder;
    }

    interface Copying {
        void to(Path file) throws IOException;
    }

    /** What breaks off in the middle leaves no copy that looks like one, and no disk full of what is none. */
    Path add(Instant begun, Copying copying) {
        try {
            Files.createDirectories(folder);
            removeUnfinished();
            var copy = folder.resolve(NAME.format(begun));
            var unfinished = folder.resolve(copy.getFileName() + UNFINISHED);
            copying.to(unfinished);
            return Files.move(unfinished, copy, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            removeUnfinished();
        }
    }

    /** Also what a program left that was killed. */
    private void removeUnfinished() {
        for (var part : files(COPY + UNFINISHED)) delete(part);
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Optional<Instant> latest() {
        var all = all();
        return all.isEmpty() ? Optional.empty() : Optional.of(begun(all.get(all.size() - 1)));
    }

    private static Instant begun(Path copy) {
        return NAME.parse(copy.getFileName().toString(), Instant::from);
    }

    void keepLatest(int many) {
        var all = all();
        all.subList(0, Math.max(0, all.size() - many)).forEach(Backups::delete);
    }

    private List<Path> all() {
        return files(COPY);
    }

    private List<Path> files(String pattern) {
        if (!Files.isDirectory(folder)) return List.of();
        try (var files = Files.newDirectoryStream(folder, pattern)) {
            var all = new ArrayList<Path>();
            files.forEach(all::add);
            all.sort(Comparator.comparing(file -> file.getFileName().toString()));
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
