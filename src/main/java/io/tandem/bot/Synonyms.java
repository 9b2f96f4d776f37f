package io.tandem.bot;

import io.tandem.bot.classifier.SynonymGroup;
import io.tandem.content.BrokenFile;
import io.tandem.content.ProcessFolder;
import io.tandem.content.WentLive;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * The words that mean the same, as last saved in {@code knowledge/synonyms_<language>.txt}. A broken file is refused and
 * the last good one stays.
 */
@Component
class Synonyms {

    private static final Logger log = LoggerFactory.getLogger(Synonyms.class);

    /** Synonyms are other than before. */
    record Changed() {}

    private final ProcessFolder folder;
    private final ApplicationEventPublisher events;
    private volatile Map<String, SynonymFile> byFile;

    Synonyms(ProcessFolder folder, ApplicationEventPublisher events) {
        this.folder = folder;
        this.events = events;
        byFile = read(Map.of());
    }

    @EventListener(WentLive.class)
    synchronized void readAgain() {
        var now = read(byFile);
        if (now.equals(byFile)) return;
        byFile = now;
        log.info("The synonyms are live as they are now");
        events.publishEvent(new Changed());
    }

    private Map<String, SynonymFile> read(Map<String, SynonymFile> before) {
        var read = new TreeMap<String, SynonymFile>();
        folder.files("knowledge/synonyms_*.txt").forEach((file, bytes) -> {
            try {
                read.put(file, SynonymFile.read(file, bytes));
            } catch (BrokenFile broken) {
                var last = before.get(file);
                if (last != null) read.put(file, last);
                log.error("{} ({})", broken.getMessage(), last == null ? "not used" : "it stays as it was");
            }
        });
        return read;
    }

    /** The groups of a language, in the order of its file; none where it has no file. */
    List<SynonymGroup> in(String language) {
        var file = byFile.get("knowledge/synonyms_" + language + ".txt");
        return file == null ? List.of() : file.groups();
    }
}
