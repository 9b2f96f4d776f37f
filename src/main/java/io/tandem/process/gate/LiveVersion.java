package io.tandem.process.gate;

import io.tandem.check.Finding;
import io.tandem.check.Snapshot;
import io.tandem.content.FolderOnDisk;
import io.tandem.content.LiveFiles;
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

    LiveVersion(Versions versions, FolderOnDisk folder, Judges judges, FindingWords words) {
        current = versions.live()
                .flatMap(versions::find)
                .map(version -> new Current(version.number(), versions.snapshot(version)))
                .orElseGet(() -> new Current(0, first(folder, judges, words)));
    }

    private static Snapshot first(FolderOnDisk folder, Judges judges, FindingWords words) {
        var reading = FolderReading.of(folder);
        var findings = reading.unfit().isEmpty() ? judges.check(reading.snapshot()) : reading.unfit();
        if (findings.stream().anyMatch(Finding::refuses)) throw new NothingLive(words.forOperators(findings));
        return reading.snapshot();
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
