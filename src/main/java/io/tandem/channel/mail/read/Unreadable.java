package io.tandem.channel.mail.read;

import java.util.Locale;

/** Not to be taken in as a mail: a person has to look at it. */
public final class Unreadable extends Exception {

    public enum Reason {
        EMPTY,
        TOO_LARGE,
        /** The program failed on it; its log says where. */
        FAILED
    }

    private final Reason reason;

    Unreadable(Reason reason) {
        super("The mail cannot be read: " + reason);
        this.reason = reason;
    }

    Unreadable(Throwable cause) {
        super("The mail cannot be read", cause);
        this.reason = Reason.FAILED;
    }

    public Reason reason() {
        return reason;
    }

    /** Of the text that says it in plain words. */
    public String key() {
        return "mail.unreadable." + reason.name().toLowerCase(Locale.ROOT);
    }
}
