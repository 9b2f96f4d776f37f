package io.tandem.process.gate;

import io.tandem.api.Problem;
import io.tandem.check.Snapshot;
import io.tandem.content.FolderOnDisk;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Brings back an earlier version: its files are in the folder again, and nothing that came since. */
@Component
class Restoring {

    private static final Logger log = LoggerFactory.getLogger(Restoring.class);

    private final Gate gate;
    private final Versions versions;
    private final FolderOnDisk folder;
    private final FindingWords words;
    private final VersionViews views;

    Restoring(Gate gate, Versions versions, FolderOnDisk folder, FindingWords words, VersionViews views) {
        this.gate = gate;
        this.versions = versions;
        this.folder = folder;
        this.words = words;
        this.views = views;
    }

    /** @return the version that is live now; the live one itself puts a folder right that holds something refused */
    Version of(Version version, String by) {
        if (version.refused()) throw new Problem(HttpStatus.CONFLICT, "versionWasRefused");
        var wanted = versions.snapshot(version);
        try {
            return gate.pass(live -> wish(live, wanted, version.number(), by)).version();
        } catch (Refused refused) {
            log.warn("Version {} cannot come back.\n{}", version.number(), words.forOperators(refused.findings()));
            throw new Problem(
                    HttpStatus.UNPROCESSABLE_ENTITY,
                    "restoreRefused",
                    Map.of("number", version.number(), "findings", views.findings(refused.findings())));
        }
    }

    private Wish wish(Snapshot live, Snapshot wanted, int number, String by) {
        return new Wish(live, wanted, List.of(), Way.RESTORE, by, Changes.between(lying(live), wanted), number);
    }

    /** What cannot be read is written over where it has the name of something live. */
    private Snapshot lying(Snapshot live) {
        var read = FolderReading.of(folder);
        return read.isWhole() ? read.snapshot() : live;
    }
}
