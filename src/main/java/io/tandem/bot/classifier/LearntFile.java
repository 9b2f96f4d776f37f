package io.tandem.bot.classifier;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.CheckedOutputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps what was learnt, so that the next start need not learn it again. Its name must tell lessons, synonyms and this
 * package's code apart. A file that is missing or damaged costs the time to learn, nothing else.
 */
public final class LearntFile {

    private static final Logger log = LoggerFactory.getLogger(LearntFile.class);

    private final Path file;

    public LearntFile(Path file) {
        this.file = file;
    }

    public Path path() {
        return file;
    }

    Optional<Learnt> read() {
        try {
            if (isWhole()) return Optional.of(parsed());
            log.warn("{} is damaged: the bot learns anew", file);
        } catch (NoSuchFileException notYet) {
            return Optional.empty();
        } catch (IOException e) {
            log.warn("{} cannot be read ({}): the bot learns anew", file, e.toString());
        }
        return Optional.empty();
    }

    /** Whether its sum is right: asked first, because a damaged length could want all memory. */
    private boolean isWhole() throws IOException {
        try (var bytes = new BufferedInputStream(Files.newInputStream(file))) {
            var checked = new CheckedInputStream(bytes, new CRC32());
            checked.skipNBytes(Math.max(0, Files.size(file) - Integer.BYTES));
            return (int) checked.getChecksum().getValue() == new NumberReader(bytes).number();
        }
    }

    private Learnt parsed() throws IOException {
        try (var bytes = new BufferedInputStream(Files.newInputStream(file))) {
            return Learnt.read(new NumberReader(bytes));
        }
    }

    /** Under another name first: a reader sees all of it or nothing. */
    void write(Learnt learnt) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            var part = Files.createTempFile(file.toAbsolutePath().getParent(), file.getFileName() + "-", ".part");
            try {
                write(learnt, part);
                Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            log.warn("{} cannot be written ({}): the next start will have to learn again", file, e.toString());
        }
    }

    private static void write(Learnt learnt, Path file) throws IOException {
        try (var bytes = new BufferedOutputStream(Files.newOutputStream(file))) {
            var checked = new CheckedOutputStream(bytes, new CRC32());
            learnt.write(new NumberWriter(checked));
            new NumberWriter(bytes).number((int) checked.getChecksum().getValue());
        }
    }
}
