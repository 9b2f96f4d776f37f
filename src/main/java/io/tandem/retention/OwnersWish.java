package io.tandem.retention;

import io.tandem.content.BrokenFile;
import io.tandem.content.ProcessFolder;
import io.tandem.content.WentLive;
import io.tandem.hours.BusinessHours;
import io.tandem.process.HistoryCleaning;
import java.time.ZoneId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * How long things are kept, as last saved in {@code retention.yml}; without the file, as we ship it. A broken one is refused
 * and the last good one stays: nothing goes earlier because of a slip.
 */
@Component
class OwnersWish {

    private static final Logger log = LoggerFactory.getLogger(OwnersWish.class);

    private final ProcessFolder folder;
    private final BusinessHours hours;
    private final HistoryCleaning history;
    private volatile Retention retention = Retention.DEFAULT;

    OwnersWish(ProcessFolder folder, BusinessHours hours, HistoryCleaning history) {
        this.folder = folder;
        this.hours = hours;
        this.history = history;
        read();
    }

    Retention now() {
        return retention;
    }

    /** By whose clocks it is night. */
    ZoneId zone() {
        return hours.zone();
    }

    @EventListener(WentLive.class)
    void readAgain() {
        if (!read()) return;
        log.info("How long things are kept is live as it is now");
        tellEngine();
    }

    /** @return whether it is other than before */
    private synchronized boolean read() {
        var file = folder.files(RetentionFile.NAME).get(RetentionFile.NAME);
        try {
            var wished = file == null ? Retention.DEFAULT : RetentionFile.read(file);
            if (wished.equals(retention)) return false;
            retention = wished;
            return true;
        } catch (BrokenFile broken) {
            log.error("{} (things are kept as before)", broken.getMessage());
            return false;
        }
    }

    /** The engine cleans its history in the same night. */
    @EventListener(ApplicationReadyEvent.class)
    void tellEngine() {
        history.cleanBetween(retention.night().from(), retention.night().to(), zone());
    }
}
