package io.tandem.process.gate;

import io.tandem.check.Finding;
import io.tandem.check.Snapshot;
import io.tandem.content.FolderOnDisk;
import io.tandem.content.LiveFiles;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.springframework.stereotype.Component;

/**
 * What is live on this node. From its very first moment on, because everybody reads from it while the program starts: the
 * last accepted version; before there is one, the folder, if no rule is against it.
 */
@Component
class LiveVersion implements LiveFiles {

    /** @param number 0 before the first version */
    record Current(int number, Snapshot snapshot) {}

    private volatile Current current;

    /** What the rules said of the folder that this node began with; nothing where it began with a stored version. */
    private final List<Finding> findings;

    LiveVersion(Versions versions, FolderOnDisk folder, Judges judges, FindingLines words) {
        var stored = versions.live().flatMap(versions::find);
        if (stored.isPresent()) {
            current = new Current(stored.get().number(), versions.snapshot(stored.get()));
            findings = List.of();
            return;
        }
        var reading = FolderReading.of(folder);
        findings = reading.isWhole() ? judges.check(reading.snapshot()) : reading.unfit();
        if (findings.stream().anyMatch(Finding::refuses)) throw new NothingLive(words.forOperators(findings));
        current = new Current(0, reading.snapshot());
    }

    /** What the rules have said of this snapshot already: the first version is what the program began with. */
    Optional<List<Finding>> judged(Snapshot first) {
        var begun = current;
        return begun.number() == 0 && Changes.between(begun.snapshot(), first).isNone()
                ? Optional.of(findings)
                : Optional.empty();
    }

    @Override
    public SortedMap<String, byte[]> files() {
        return current.snapshot().files();
    }

    Current current() {
        return current;
    }

    /** @return whether it is news: a later version may have come meanwhile */
    synchronized boolean becomes(int number, Snapshot snapshot) {
        if (number <= current.number()) return false;
        current = new Current(number, snapshot);
        return true;
    }
}
