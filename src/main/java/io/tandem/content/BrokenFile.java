package io.tandem.content;

/** A file of a process owner that cannot be used; the message tells them where and why. */
public final class BrokenFile extends RuntimeException {

    private final int line;
    private final String reason;

    public BrokenFile(String file, int line, String reason) {
        super("%s, line %d: %s".formatted(file, line, reason));
        this.line = line;
        this.reason = reason;
    }

    public BrokenFile(String file, String reason) {
        super(file + ": " + reason);
        line = 0;
        this.reason = reason;
    }

    /** Counted from 1; 0 where it is not known. */
    public int line() {
        return line;
    }

    public String reason() {
        return reason;
    }
}
