package io.tandem.bot;

import io.tandem.bot.Understanding.Mood;
import io.tandem.content.BrokenFile;
import io.tandem.content.Languages;
import io.tandem.content.ProcessFolder;
import io.tandem.content.WentLive;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * What a message shows besides its topic: the wish for a person, the customer's mood, and small talk. The phrases are the process
 * owners', in {@code knowledge/signals_<language>.yml}. A broken file is refused and the last good one stays.
 */
@Component
class Signals {

    private static final Logger log = LoggerFactory.getLogger(Signals.class);

    private final ProcessFolder folder;
    private final Languages languages;
    private volatile Map<String, SignalFile> byFile;

    Signals(ProcessFolder folder, Languages languages) {
        this.folder = folder;
        this.languages = languages;
        byFile = read(Map.of());
    }

    @EventListener(WentLive.class)
    synchronized void readAgain() {
        byFile = read(byFile);
    }

    private Map<String, SignalFile> read(Map<String, SignalFile> before) {
        var read = new TreeMap<String, SignalFile>();
        folder.files("knowledge/signals_*.yml").forEach((file, bytes) -> {
            try {
                var signals = SignalFile.read(file, bytes);
                if (languages.speaks(signals.language())) read.put(file, signals);
            } catch (BrokenFile broken) {
                var last = before.get(file);
                if (last != null) read.put(file, last);
                log.error("{} ({})", broken.getMessage(), last == null ? "not used" : "it stays as it was");
            }
        });
        return read;
    }

    /** Whether the words ask for a person, in whichever of our languages: customers switch when they are in need. */
    boolean wantsHuman(String text) {
        return byFile.values().stream().anyMatch(signals -> signals.wantsHuman(text));
    }

    Mood mood(String text, String language) {
        var signals = byFile.get("knowledge/signals_" + language + ".yml");
        return signals == null ? Mood.CALM : signals.mood(text);
    }

    /** Small talk in whichever of our languages; none as soon as anything else is said. */
    SmallTalk smallTalk(String text) {
        return byFile.values().stream()
                .map(signals -> signals.smallTalk(text))
                .filter(talk -> talk != SmallTalk.NONE)
                .findFirst()
                .orElse(SmallTalk.NONE);
    }

    /** Whether the words ask a question or for something to be done, in whichever of our languages. */
    boolean asksForSomething(String text) {
        return text.contains("?") || byFile.values().stream().anyMatch(signals -> signals.asksForSomething(text));
    }
}
