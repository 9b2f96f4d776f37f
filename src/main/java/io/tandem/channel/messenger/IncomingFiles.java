package io.tandem.channel.messenger;

import io.tandem.api.Problem;
import io.tandem.attachment.AttachmentSettings;
import io.tandem.attachment.Attachments;
import io.tandem.attachment.Holder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Fetches what customers have sent and hands it to the attachments, which look at it before anybody else does. */
@Component
class IncomingFiles {

    /** How long a message waits for its files, from when it was written: its words must not wait for ever. */
    static final Duration PATIENCE = Duration.ofMinutes(10);

    private static final int ATTEMPTS = 3;
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final Attachments attachments;
    private final AttachmentSettings settings;
    private final Clock clock;

    IncomingFiles(Attachments attachments, AttachmentSettings settings, Clock clock) {
        this.attachments = attachments;
        this.settings = settings;
        this.clock = clock;
    }

    /** A file that cannot be had, and why; for no reason of ours if it is lost. */
    record Refusal(Offered file, @Nullable Problem reason) {}

    /** What there is now, and what will never be. */
    record Fetched(List<UUID> files, List<Refusal> refusals) {}

    /** @throws FileSource.NotNow if a file cannot be had now, unless its message has waited long enough */
    Fetched fetch(Holder holder, Arrival arrival, FileSource source) {
        var files = new ArrayList<UUID>();
        var refusals = new ArrayList<Refusal>();
        for (var file : arrival.files()) {
            try {
                files.add(patiently(holder, file, source));
            } catch (FileSource.TooLarge tooLarge) {
                refusals.add(new Refusal(file, tooLarge()));
            } catch (FileSource.Gone gone) {
                refusals.add(new Refusal(file, null));
            } catch (Problem refused) {
                if (isPassing(refused) && isFresh(arrival.at())) throw new FileSource.NotNow(refused);
                refusals.add(new Refusal(file, refused));
            } catch (RuntimeException notNow) {
                if (isFresh(arrival.at())) throw new FileSource.NotNow(notNow);
                refusals.add(new Refusal(file, null));
            }
        }
        return new Fetched(files, refusals);
    }

    private boolean isFresh(Instant writtenAt) {
        return clock.instant().isBefore(writtenAt.plus(PATIENCE));
    }

    private static boolean isPassing(Problem refused) {
        return refused.status().is5xxServerError() || refused.status() == HttpStatus.REQUEST_TIMEOUT;
    }

    private Problem tooLarge() {
        return new Problem(
                HttpStatus.PAYLOAD_TOO_LARGE,
                "attachmentTooLarge",
                Map.of("most", settings.fileSize().toMegabytes()));
    }

    /** A connection that broke is no reason to let the customer wait for the provider's next attempt. */
    private UUID patiently(Holder holder, Offered file, FileSource source) {
        for (int attempt = 1; ; attempt++) {
            try {
                return take(holder, file, source);
            } catch (FileSource.TooLarge | FileSource.Gone | Problem refused) {
                throw refused;
            } catch (RuntimeException notNow) {
                if (attempt == ATTEMPTS || !paused()) throw notNow;
            }
        }
    }

    private static boolean paused() {
        try {
            Thread.sleep(PAUSE.toMillis());
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private UUID take(Holder holder, Offered file, FileSource source) {
        var most = settings.fileSize().toBytes();
        if (file.size() > most) throw new FileSource.TooLarge();
        try {
            var copy = Files.createTempFile("tandem-", ".fetched"); // nobody else may read it
            try {
                source.fetch(file, copy, most);
                try (var content = Files.newInputStream(copy)) {
                    return attachments.take(holder, file.name(), content).id();
                }
            } finally {
                Files.deleteIfExists(copy);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
