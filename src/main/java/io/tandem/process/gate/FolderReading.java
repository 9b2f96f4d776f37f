package io.tandem.process.gate;

import io.tandem.check.Finding;
import io.tandem.check.Snapshot;
import io.tandem.content.FolderOnDisk;
import io.tandem.content.Unreadable;
import java.util.List;
import java.util.TreeMap;

/**
 * The folder, read as a whole.
 *
 * @param unfit why it cannot be: then there is no snapshot
 */
record FolderReading(Snapshot snapshot, List<Finding> unfit) {

    private static final Snapshot NONE = new Snapshot(new TreeMap<>());

    /** @throws Unreadable if it keeps changing, for then another reading helps */
    static FolderReading of(FolderOnDisk folder) {
        try {
            return new FolderReading(new Snapshot(folder.read()), List.of());
        } catch (Unreadable unreadable) {
            var rule = switch (unreadable.reason()) {
                case CHANGING -> throw unreadable;
                case MISSING -> "folder.missing";
                case TOO_MANY_FILES -> "folder.tooManyFiles";
                case FILE_TOO_LARGE -> "file.tooLarge";
                case FAILED -> "folder.unreadable";
            };
            return new FolderReading(NONE, List.of(Finding.error(rule, unreadable.file(), null, unreadable.values())));
        }
    }

    boolean isWhole() {
        return unfit.isEmpty();
    }
}
