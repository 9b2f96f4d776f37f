package io.tandem.attachment;

import java.nio.file.Path;

/** Looks for viruses. */
@FunctionalInterface
interface VirusScanner {

    /** Where none is set up. */
    VirusScanner NONE = file -> {};

    /** @throws io.tandem.api.Problem if it found one, or could not look and may not let it pass */
    void scan(Path file);
}
