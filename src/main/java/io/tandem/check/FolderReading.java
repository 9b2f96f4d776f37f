package io.tandem.check;

import io.tandem.check.file.FolderContent;
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
import java.util.regex.Pattern;

/**
 * A folder as it lies on the disk, for a check of it.
 *
 * @param unread what cannot be read or is too large to be
 */
public record FolderReading(Snapshot snapshot, List<Finding> unread) {

    /** What editors leave behind, and everybody's hidden files; but Camunda Modeler's templates are ours. */
    private static final Pattern LEFT_BEHIND =
            Pattern.compile("\\.(?!camunda$).*|.*~|#.*#|.*\\.(swp|tmp|bak|orig)|Thumbs\\.db");

    /** @throws IOException if the folder itself cannot be read */
    public static FolderReading of(Path folder) throws IOException {
        var files = new TreeMap<String, byte[]>();
        var unread = new ArrayList<Finding>();
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                return !directory.equals(folder) && isLeftBehind(directory)
                        ? FileVisitResult.SKIP_SUBTREE
                        : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (isLeftBehind(file)) return FileVisitResult.CONTINUE;
                var name = nameOf(file);
                try {
                    if (attributes.size() > FolderContent.LARGEST_FILE) {
                        unread.add(FolderContent.tooLarge(name, attributes.size()));
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

    private static boolean isLeftBehind(Path path) {
        return LEFT_BEHIND.matcher(path.getFileName().toString()).matches();
    }

    private static Finding unreadable(String name, IOException e) {
        return Finding.error(
                "file.unreadable", name, null, Map.of("reason", e.getClass().getSimpleName()));
    }
}
