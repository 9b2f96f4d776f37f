package io.tandem.content;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One change of several files in a folder. Nobody ever reads half a file, and what fails is taken back. */
final class FolderWrite {

    private static final Logger log = LoggerFactory.getLogger(FolderWrite.class);

    private final Path folder;
    private final Map<Path, Path> ready = new LinkedHashMap<>();
    private final Map<Path, byte @Nullable []> before = new LinkedHashMap<>();

    FolderWrite(Path folder) {
        this.folder = folder;
    }

    void of(Map<String, byte[]> files, Collection<String> removed) throws IOException {
        try {
            for (var file : files.entrySet()) prepare(place(file.getKey()), file.getValue());
            for (var file : ready.entrySet()) put(file.getKey(), file.getValue());
            for (var name : removed) remove(place(name));
        } catch (IOException | RuntimeException failed) {
            takeBack();
            throw failed;
        } finally {
            for (var left : ready.values()) Files.deleteIfExists(left);
        }
    }

    private Path place(String name) throws IOException {
        try {
            var place = folder.resolve(name).normalize();
            if (!place.startsWith(folder) || place.equals(folder)) throw new IOException(name + " leads elsewhere");
            return Files.isSymbolicLink(place) ? place.toRealPath() : place;
        } catch (InvalidPathException odd) {
            throw new IOException(name + " cannot be a file's name", odd);
        }
    }

    /** Beside its place, because only within a disk a move is one step. */
    private void prepare(Path place, byte[] content) throws IOException {
        Files.createDirectories(place.getParent());
        var beside = place.resolveSibling(".tandem-" + UUID.randomUUID() + ".tmp");
        ready.put(place, beside);
        Files.write(beside, content, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, StandardOpenOption.SYNC);
        var posix = Files.getFileAttributeView(place, PosixFileAttributeView.class);
        if (posix != null && Files.exists(place)) {
            Files.setPosixFilePermissions(beside, posix.readAttributes().permissions());
        }
    }

    private void put(Path place, Path beside) throws IOException {
        before.put(place, Files.exists(place) ? Files.readAllBytes(place) : null);
        move(beside, place);
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException twoSteps) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private void remove(Path place) throws IOException {
        if (!Files.exists(place)) return;
        before.put(place, Files.readAllBytes(place));
        Files.delete(place);
    }

    private void takeBack() {
        before.forEach((place, content) -> {
            try {
                if (content == null) Files.deleteIfExists(place);
                else Files.write(place, content);
            } catch (IOException failed) {
                log.error("{} could not be set back to what it was", place, failed);
            }
        });
    }
}
