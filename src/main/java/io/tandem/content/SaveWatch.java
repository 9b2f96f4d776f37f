package io.tandem.content;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Notices that something in the folder was saved. It looks every second and waits until one second passes without a
 * change, so that an editor or a copy in progress has finished. Polling, because file events do not reach us from
 * network drives and containers.
 */
@Component
class SaveWatch {

    private static final Logger log = LoggerFactory.getLogger(SaveWatch.class);

    private final FolderOnDisk folder;
    private final ApplicationEventPublisher events;
    private List<String> live;
    private List<String> seen;

    SaveWatch(FolderOnDisk folder, ApplicationEventPublisher events) {
        this.folder = folder;
        this.events = events;
        live = folder.fingerprint();
        seen = live;
    }

    @Scheduled(fixedDelayString = "${tandem.watch-every:1s}")
    void look() {
        var now = folder.fingerprint();
        var settled = now.equals(seen);
        seen = now;
        if (!settled || now.equals(live)) return;
        log.info("Something in the processes folder was saved");
        events.publishEvent(new Saved());
        // Only now: if a file vanished while it was read, all is read again.
        live = now;
    }
}
