package io.tandem.process.gate;

import io.tandem.check.Finding;
import io.tandem.check.Snapshot;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to be live.
 *
 * @param before what was live when they wished it
 * @param unfit what is wrong with it before any rule has looked
 * @param toWrite what has to be done in the folder, so that it holds what is wished
 * @param restored the version that it brings back, if it does
 */
record Wish(
        Snapshot before,
        Snapshot after,
        List<Finding> unfit,
        Way way,
        String by,
        Changes toWrite,
        @Nullable Integer restored) {

    /** Saved in the folder: it is there already. */
    static Wish saved(Snapshot before, FolderReading read, Way way, String by) {
        var after = read.isWhole() ? read.snapshot() : before;
        return new Wish(before, after, read.unfit(), way, by, Changes.NONE, null);
    }

    /** Which files are other than before. */
    Changes changes() {
        return Changes.between(before, after);
    }
}
