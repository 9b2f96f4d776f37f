package io.tandem.attachment;

import io.tandem.api.Problem;
import java.io.InputStream;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** How a file comes in. No transaction is open while it comes, is looked at and scanned. */
@Component
class Intake {

    /** Who chooses, discards and chooses again may hold more than a message can take. */
    private static final int MESSAGES_HELD = 4;

    private final AttachmentSettings settings;
    private final Inspection inspection;
    private final VirusScanner scanner;
    private final Previews previews;
    private final Shelf shelf;
    private final Clock clock;

    Intake(
            AttachmentSettings settings,
            Inspection inspection,
            VirusScanner scanner,
            Previews previews,
            Shelf shelf,
            Clock clock) {
        this.settings = settings;
        this.inspection = inspection;
        this.scanner = scanner;
        this.previews = previews;
        this.shelf = shelf;
        this.clock = clock;
    }

    Attachment take(Holder holder, @Nullable String name, InputStream content) {
        try (var upload = Upload.receive(content, settings.fileSize(), settings.timeLimit())) {
            checkRoom(holder, upload.size());
            var safeName = FileName.of(name);
            var type = inspection.look(upload.file(), safeName);
            scanner.scan(upload.file());
            var preview = previews.of(upload.file(), type);
            var taken = new Attachment(UUID.randomUUID(), safeName.text(), type, upload.size(), preview.isPresent());
            shelf.put(taken, holder, upload.file(), preview.orElse(null), clock.instant());
            return taken;
        }
    }

    private void checkRoom(Holder holder, long size) {
        if (shelf.heldBy(holder) + size > MESSAGES_HELD * settings.messageSize().toBytes()) {
            throw settings.messageTooLarge();
        }
        if (holder.isAnybody()
                && shelf.heldByCustomers() + size > settings.unsentSize().toBytes()) {
            throw new Problem(HttpStatus.SERVICE_UNAVAILABLE, "attachmentsBusy");
        }
    }
}
