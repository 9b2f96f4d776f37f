package io.tandem.content;

/** How large a file of the folder may be, whichever way it comes. */
public final class FileSize {

    /** Bytes. */
    public static final long LARGEST = 5L << 20;

    private FileSize() {}

    /** As people are told; a file that is a little too large is not said to be just large enough. */
    public static String megabytes(long bytes) {
        return String.valueOf((bytes + (1 << 20) - 1) >> 20);
    }
}
