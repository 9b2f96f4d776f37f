package io.tandem.difference;

import java.util.List;

/**
 * What became of a file.
 *
 * @param details what is other in it, in its order; empty for a file that came or went
 */
public record FileChange(String file, Kind kind, List<Detail> details) {

    /** What happened to it as a whole. */
    public enum Kind {
        ADDED,
        REMOVED,
        CHANGED
    }
}
