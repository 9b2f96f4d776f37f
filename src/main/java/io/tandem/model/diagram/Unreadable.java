package io.tandem.model.diagram;

/** A file that is no BPMN at all; the message says why and where. */
public final class Unreadable extends RuntimeException {

    private final int line;

    Unreadable(String reason, int line) {
        super(reason);
        this.line = line;
    }

    /** Counted from 1; 0 where it is not known. */
    public int line() {
        return line;
    }
}
