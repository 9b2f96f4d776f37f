package io.tandem.channel.messenger;

import java.nio.file.Path;

/** Where a provider's files are fetched. */
public interface FileSource {

    /** The provider does not give the file out, and will not: to ask again is no use. */
    final class Gone extends RuntimeException {

        public Gone(String reason) {
            super(reason, null, false, false);
        }
    }

    /** It is larger than what may come. */
    final class TooLarge extends RuntimeException {

        public TooLarge() {
            super("the file is too large", null, false, false);
        }
    }

    /** It cannot be had now. The message waits for it, and is to be handed in again. */
    final class NotNow extends RuntimeException {

        NotNow(RuntimeException failure) {
            super("a file cannot be had now: " + failure.getMessage(), null, false, false);
        }
    }

    /**
     * @param most bytes that it may have
     * @throws TooLarge if it has more
     * @throws Gone if it cannot be had; any other exception says that it cannot be had now
     */
    void fetch(Offered file, Path into, long most);
}
