package io.tandem.attachment;

import io.tandem.api.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.util.unit.DataSize;

/**
 * A file that comes in. It lies on disk, so that a large one needs no memory and a slow one no connection to the
 * database, under a random name outside of everything that is served; closing it deletes it.
 */
record Upload(Path file, long size) implements AutoCloseable {

    private static final int PIECE = 64 * 1024;

    /** @throws Problem if it is empty, broken off, too large or too slow */
    static Upload receive(InputStream body, DataSize most, Duration timeLimit) {
        try {
            var file = Files.createTempFile("tandem-", ".upload"); // nobody else may read it
            try {
                return new Upload(file, copy(body, file, most.toBytes(), System.nanoTime() + timeLimit.toNanos()));
            } catch (IOException | RuntimeException failed) {
                Files.deleteIfExists(file);
                throw failed;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long copy(InputStream body, Path file, long most, long deadline) throws IOException {
        var piece = new byte[PIECE];
        long size = 0;
        try (var out = Files.newOutputStream(file)) {
            for (int read = next(body, piece); read >= 0; read = next(body, piece)) {
                size += read;
                if (size > most) throw tooLarge(most);
                if (System.nanoTime() > deadline) throw new Problem(HttpStatus.REQUEST_TIMEOUT, "attachmentTooSlow");
                out.write(piece, 0, read);
            }
        }
        if (size == 0) throw new Problem(HttpStatus.BAD_REQUEST, "attachmentEmpty");
        return size;
    }

    private static int next(InputStream body, byte[] piece) {
        try {
            return body.read(piece);
        } catch (IOException brokenOff) {
            throw new Problem(HttpStatus.BAD_REQUEST, "attachmentBroken");
        }
    }

    private static Problem tooLarge(long most) {
        return new Problem(
                HttpStatus.PAYLOAD_TOO_LARGE,
                "attachmentTooLarge",
                Map.of("most", DataSize.ofBytes(most).toMegabytes()));
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
