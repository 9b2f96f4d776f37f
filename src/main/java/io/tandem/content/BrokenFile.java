package io.tandem.content;

/** A file of a process owner that cannot be used; the message tells them where and why. */
public final class BrokenFile extends RuntimeException {

    public BrokenFile(String file, int line, String reason) {
        super("%s, line %d: %s".formatted(file, line, reason));
    }

    public BrokenFile(String file, String reason) {
        super(file + ": " + reason);
    }
}
