package io.tandem.content;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * The folder that process owners save in, as it lies on the disk. What is in it is a wish: what is live is known to
 * {@link ProcessFolder}. Where there has never been a folder, the copy in the program takes its place.
 */
@Component
public class FolderOnDisk {

    private static final Logger log = LoggerFactory.getLogger(FolderOnDisk.class);
    private static final int ATTEMPTS = 5;
    private static final long PAUSE_MILLIS = 100;

    /** @param processes the folder, if somebody has named one; else {@code ./processes} */
    @ConfigurationProperties("tandem")
    record Settings(@Nullable Path processes) {}

    private final Path folder;
    private volatile boolean seen;

    @Autowired
    FolderOnDisk(Settings settings) {
        this(settings.processes() == null ? Path.of("processes") : settings.processes());
        if (!isCopy()) log.info("Owners save in {}", folder);
        else if (settings.processes() == null)
            log.info("There is no folder {}: the copy in the program is used", folder);
        else
            log.warn(
                    "There is no folder {}, which tandem.processes names: the copy in the program is used until there is one",
                    folder);
    }

    private FolderOnDisk(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
        seen = Files.isDirectory(this.folder);
    }

    /** Another folder than the configured one, for tests and commands. */
    public static FolderOnDisk at(Path folder) {
        return new FolderOnDisk(folder);
    }

    public Path path() {
        return folder;
    }

    /** Whether what is read is the program's own copy. A folder that was once there never is: it has gone missing. */
    public boolean isCopy() {
        if (!seen) seen = Files.isDirectory(folder);
        return !seen;
    }

    /**
     * All files, by name, as they were at one moment: if somebody saves meanwhile, all is read again.
     *
     * @throws Unreadable if that cannot be had
     */
    public SortedMap<String, byte[]> read() {
        if (isCopy()) return ShippedCopy.files();
        for (var attempt = 0; attempt < ATTEMPTS; attempt++) {
            var before = list();
            var files = contents(before);
            if (files.keySet().equals(before.files().keySet()) && list().equals(before)) return files;
            pause();
        }
        throw new Unreadable(Unreadable.Reason.CHANGING, "", Map.of("folder", folder.toString()));
    }

    private Listing list() {
        if (!Files.isDirectory(folder)) {
            throw new Unreadable(Unreadable.Reason.MISSING, "", Map.of("folder", folder.toString()));
        }
        return Listing.of(folder);
    }

    private SortedMap<String, byte[]> contents(Listing listing) {
        var files = new TreeMap<String, byte[]>();
        for (var name : listing.files().keySet()) {
            try {
                files.put(name, Files.readAllBytes(folder.resolve(name)));
            } catch (NoSuchFileException vanished) {
                return files;
            } catch (IOException failed) {
                throw Listing.unreadable(name, failed);
            }
        }
        return files;
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** What tells one state of the folder from the next, cheaply: names, sizes and times of saving. */
    List<String> fingerprint() {
        if (isCopy()) return List.of();
        try {
            return list().asText();
        } catch (Unreadable state) {
            return List.of(String.valueOf(state.getMessage()));
        }
    }

    /** When something in it was last saved, added or removed. */
    public Instant lastSaved() {
        return isCopy() ? Instant.EPOCH : list().latest();
    }

    /** To whom the latest of these files belongs on the disk; {@code folder} where the disk does not say. */
    public String savedBy(Collection<String> names) {
        return names.stream()
                .map(folder::resolve)
                .filter(Files::isRegularFile)
                .max(Comparator.comparing(file -> file.toFile().lastModified()))
                .map(FolderOnDisk::owner)
                .orElse("folder");
    }

    private static String owner(Path file) {
        try {
            return Files.getOwner(file).getName();
        } catch (IOException | UnsupportedOperationException unknown) {
            return "folder";
        }
    }

    /**
     * Writes these files and removes those, all or none: each is written beside its place first and then moved there.
     *
     * @throws IOException if the folder cannot be written; it is as it was
     */
    public void write(Map<String, byte[]> files, Collection<String> removed) throws IOException {
        if (isCopy()) throw new NoSuchFileException(folder.toString());
        new FolderWrite(folder).of(files, removed);
    }
}
