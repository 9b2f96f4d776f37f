package io.tandem.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.zip.ZipFile;

/** A copy of the database, as operators handle it. */
public final class Copy {

    private Copy() {}

    /** As docs/operations.md says: into an empty data folder. */
    public static void unpack(Path copy, Path data) throws IOException {
        Files.createDirectories(data);
        try (var zip = new ZipFile(copy.toFile())) {
            for (var entry : Collections.list(zip.entries())) {
                Files.copy(zip.getInputStream(entry), data.resolve(entry.getName()));
            }
        }
    }
}
