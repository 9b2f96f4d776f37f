package io.tandem.check;

import io.tandem.content.FileSize;
import io.tandem.content.LeftBehind;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A folder as it lies on the disk, for a check of it.
 *
 * @param unread what cannot be read or is too large to be
 */
public record FolderReading(Snapshot snapshot, List<Finding> unread) {

    /** @throws IOException if the folder itself cannot be read */
    public static FolderReading of(Path folder) throws IOException {
        var files = new TreeMap<String, byte[]>();
        var unread = new ArrayList<Finding>();
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                return !directory.equals(folder) && LeftBehind.is(directory, folder)
                        ? FileVisitResult.SKIP_SUBTREE
                        : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (LeftBehind.is(file, folder)) return FileVisitResult.CONTINUE;
                var name = nameOf(file);
                try {
                    if (attributes.size() > FileSize.LARGEST) {
                        unread.add(Finding.tooLarge(name, attributes.size()));
                    } else {
                        files.put(name, Files.readAllBytes(file));
                    }
                } catch (IOException e) {
                    unread.add(unreadable(name, e));
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
                if (file.equals(folder)) throw e;
                unread.add(unreadable(nameOf(file), e));
                return FileVisitResult.CONTINUE;
            }

            private String nameOf(Path file) {
                return folder.relativize(file)
                        .toString()
                        .replace(file.getFileSystem().getSeparator(), "/");
            }
        });
        return new FolderReading(new Snapshot(files), List.copyOf(unread));
    }

    private static Finding unreadable(String name, IOException e) {
        return Finding.error(
                "file.unreadable", name, null, Map.of("reason", e.getClass().getSimpleName()));
    }
}
