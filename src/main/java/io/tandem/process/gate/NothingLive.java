package io.tandem.process.gate;

/** There is no version to work with: what lies in the folder is refused, and nothing was ever accepted. */
final class NothingLive extends RuntimeException {

    /** @param findings in words */
    NothingLive(String findings) {
        super(findings);
    }
}
