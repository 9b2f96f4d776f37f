package io.tandem.process.gate;

import io.tandem.check.Finding;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A state of the folder that came to the gate, without its files.
 *
 * @param base the version that was live when it came; null for the first one
 * @param by the log-in name or, for a save, the file's owner on the disk
 * @param findings what was wrong; of what went live, what deserved a word
 * @param deployment the engine's; null for what was refused
 * @param restored the version whose files it brought back, if it did
 */
record Version(
        int number,
        String hash,
        @Nullable Integer base,
        Instant at,
        String by,
        Way way,
        boolean refused,
        List<Finding> findings,
        @Nullable String deployment,
        @Nullable Integer restored) {}
