package io.tandem.content;

import java.util.Map;

/** The folder cannot be read as a whole: nothing of it can go live. */
public final class Unreadable extends RuntimeException {

    /** What is in the way. */
    public enum Reason {
        /** It was there, and is not now: a drive that is not mounted, a folder that somebody moved. */
        MISSING,
        /** Something in it changed each time that it was read. */
        CHANGING,
        FILE_TOO_LARGE,
        TOO_MANY_FILES,
        /** The disk refuses, e.g. because of the file's permissions. */
        FAILED
    }

    private final Reason reason;
    private final String file;
    private final transient Map<String, String> values;

    /** @param file relative to the folder; empty if it is the folder itself */
    Unreadable(Reason reason, String file, Map<String, String> values) {
        super("%s %s %s".formatted(reason, file, values));
        this.reason = reason;
        this.file = file;
        this.values = values;
    }

    public Reason reason() {
        return reason;
    }

    public String file() {
        return file;
    }

    /** What fills the placeholders of a text about it. */
    public Map<String, String> values() {
        return values;
    }
}
