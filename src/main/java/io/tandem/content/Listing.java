package io.tandem.content;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Which files lie in a folder, without what is in them: two equal listings, one before and one after reading, mean that
 * nobody saved in between. What editors and systems leave behind is not listed.
 *
 * @param latest when something was last saved, added or removed
 */
record Listing(SortedMap<String, Mark> files, Instant latest) {

    private static final int MOST_FILES = 5_000;
    /** Tells one state of a file from the next, cheaply. */
    record Mark(long size, FileTime saved, @Nullable Object key) {}

    /** @throws Unreadable if it is larger than a folder of processes can be, or the disk refuses */
    static Listing of(Path folder) {
        var walk = new Walk(folder);
        try {
            Files.walkFileTree(folder, EnumSet.of(FileVisitOption.FOLLOW_LINKS), 10, walk);
        } catch (IOException failed) {
            throw unreadable("", failed);
        }
        return new Listing(walk.files, walk.latest);
    }

    static Unreadable unreadable(String file, IOException failed) {
        return new Unreadable(Unreadable.Reason.FAILED, file, Map.of("reason", failed.toString()));
    }

    List<String> asText() {
        return files.entrySet().stream().map(Object::toString).toList();
    }

    private static final class Walk extends SimpleFileVisitor<Path> {

        private final Path folder;
        private final SortedMap<String, Mark> files = new TreeMap<>();
        private Instant latest = Instant.EPOCH;

        Walk(Path folder) {
            this.folder = folder;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
            if (!directory.equals(folder) && LeftBehind.is(directory, folder)) return FileVisitResult.SKIP_SUBTREE;
            see(attributes);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (!attributes.isRegularFile() || LeftBehind.is(file, folder)) return FileVisitResult.CONTINUE;
            var name = slashed(folder.relativize(file));
            if (attributes.size() > FileSize.LARGEST) throw tooLarge(name, attributes.size());
            if (files.size() == MOST_FILES) throw tooMany();
            files.put(name, new Mark(attributes.size(), attributes.lastModifiedTime(), attributes.fileKey()));
            see(attributes);
            return FileVisitResult.CONTINUE;
        }

        private void see(BasicFileAttributes attributes) {
            var saved = attributes.lastModifiedTime().toInstant();
            if (saved.isAfter(latest)) latest = saved;
        }

        private static Unreadable tooLarge(String name, long size) {
            return new Unreadable(
                    Unreadable.Reason.FILE_TOO_LARGE,
                    name,
                    Map.of("size", FileSize.megabytes(size), "most", FileSize.megabytes(FileSize.LARGEST)));
        }

        private static Unreadable tooMany() {
            return new Unreadable(Unreadable.Reason.TOO_MANY_FILES, "", Map.of("most", String.valueOf(MOST_FILES)));
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failed) {
            if (failed instanceof NoSuchFileException && !file.equals(folder)) return FileVisitResult.CONTINUE;
            throw unreadable(file.equals(folder) ? "" : slashed(folder.relativize(file)), failed);
        }

        private static String slashed(Path relative) {
            return relative.toString().replace(relative.getFileSystem().getSeparator(), "/");
        }
    }
}
