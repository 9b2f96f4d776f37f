package io.tandem.attachment;

import io.tandem.api.Problem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Small pictures of what was attached. One at a time: a flood of large pictures must not take all processors. */
@Component
class Previews {

    private static final Logger log = LoggerFactory.getLogger(Previews.class);
    private static final int PATIENCE = 3;

    private final Semaphore turn = new Semaphore(1, true);
    private final long mostPixels;

    Previews(AttachmentSettings settings) {
        mostPixels = settings.pixels();
    }

    /**
     * Empty for what is no picture that we can draw, and in a rush.
     *
     * @throws Problem if it has too many pixels
     */
    Optional<byte[]> of(Path file, String type) {
        if (!Picture.TYPES.contains(type)) return Optional.empty();
        try (var picture = Picture.open(file).orElse(null)) {
            if (picture == null) return Optional.empty();
            picture.check(mostPixels);
            return inTurn(picture);
        } catch (Problem tooManyPixels) {
            throw tooManyPixels;
        } catch (IOException | RuntimeException damaged) {
            // The readers of the JDK answer a damaged picture with all kinds of exceptions.
            log.debug("A picture has no preview", damaged);
            return Optional.empty();
        }
    }

    private Optional<byte[]> inTurn(Picture picture) throws IOException {
        try {
            if (!turn.tryAcquire(PATIENCE, TimeUnit.SECONDS)) return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
        try {
            return Optional.of(picture.preview());
        } finally {
            turn.release();
        }
    }
}
