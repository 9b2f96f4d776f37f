package io.tandem.process.gate;

import io.tandem.check.Snapshot;
import io.tandem.content.FolderOnDisk;
import io.tandem.content.Saved;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Brings the folder to the gate: when the program starts, before the first request, and whenever somebody has saved. */
@Component
class SavedFolder implements SmartInitializingSingleton {

    private static final Logger log = LoggerFactory.getLogger(SavedFolder.class);

    private final Gate gate;
    private final Versions versions;
    private final LiveVersion live;
    private final FolderOnDisk folder;
    private final FindingWords words;

    SavedFolder(Gate gate, Versions versions, LiveVersion live, FolderOnDisk folder, FindingWords words) {
        this.gate = gate;
        this.versions = versions;
        this.live = live;
        this.folder = folder;
        this.words = words;
    }

    @Override
    public void afterSingletonsInstantiated() {
        var number = live.current().number();
        if (number > 0 && (hasGone(number) || isOld(number))) return;
        try {
            gate.pass(this::wish);
        } catch (Refused refused) {
            if (number == 0) throw new NothingLive(words.forOperators(refused.findings()));
            tell(refused);
        }
    }

    /** The program's copy must not take the place of what owners have made, only because a drive is not mounted. */
    private boolean hasGone(int number) {
        var madeByOwners = versions.find(number).stream().anyMatch(version -> version.way() != Way.PROGRAM);
        if (!folder.isCopy() || !madeByOwners) return false;
        log.error("There is no folder {}. Version {}, as it is stored, stays live", folder.path(), number);
        return true;
    }

    /**
     * A node that was away has a folder as it was then: an earlier version, and nothing in it was saved since a later one
     * went live. That is no wish to go back.
     */
    private boolean isOld(int number) {
        var read = FolderReading.of(folder);
        if (folder.isCopy() || !read.isWhole()) return false;
        var known = versions.wasLive(read.snapshot()).filter(earlier -> earlier.number() != number);
        var since = versions.find(number).orElseThrow().at();
        if (known.isEmpty() || folder.lastSaved().isAfter(since)) return false;
        log.warn(
                "{} holds version {}, and nothing was saved in it since version {} went live: that one stays",
                folder.path(),
                known.get().number(),
                number);
        follow(read.snapshot(), live.current().snapshot());
        return true;
    }

    @EventListener(Saved.class)
    void saved() {
        try {
            gate.pass(this::wish);
        } catch (Refused refused) {
            tell(refused);
        }
    }

    private Wish wish(Snapshot before) {
        var read = FolderReading.of(folder);
        if (folder.isCopy()) return Wish.saved(before, read, Way.PROGRAM, "program");
        var changes = Changes.between(before, read.snapshot());
        return Wish.saved(before, read, Way.FOLDER, folder.savedBy(changes.names()));
    }

    private void tell(Refused refused) {
        log.error(
                "What was saved is refused; version {} stays live.\n{}",
                live.current().number(),
                words.forOperators(refused.findings()));
    }

    /** Lets the folder hold what went live elsewhere, if it held what was live before and nobody has saved in it. */
    void follow(Snapshot before, Snapshot now) {
        try {
            if (folder.isCopy()) return;
            var read = FolderReading.of(folder);
            var missing = Changes.between(read.snapshot(), now);
            if (!read.isWhole() || missing.isNone()) return;
            if (!Changes.between(before, read.snapshot()).isNone()) {
                log.warn("{} differs from what is live, and was left as it is", folder.path());
                return;
            }
            folder.write(missing.put(), missing.removed());
            log.info("{} was written into {}: it went live elsewhere", missing.inShort(), folder.path());
        } catch (IOException | RuntimeException failed) {
            log.warn("{} could not be brought up to what is live: {}", folder.path(), failed.toString());
        }
    }
}
