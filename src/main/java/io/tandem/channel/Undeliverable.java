package io.tandem.channel;

/** This message will never reach this address. */
public final class Undeliverable extends RuntimeException {

    private enum Kind {
        FAILED,
        ON_PURPOSE,
        NOBODY_THERE
    }

    private final Kind kind;

    /** @param reason for agents and operators: short, and without a word of the message */
    public Undeliverable(String reason) {
        this(reason, Kind.FAILED);
    }

    private Undeliverable(String reason, Kind kind) {
        super(reason);
        this.kind = kind;
    }

    /** The channel does not want to send it, and has said so where agents read it: nothing for operators to mend. */
    public static Undeliverable onPurpose(String reason) {
        return new Undeliverable(reason, Kind.ON_PURPOSE);
    }

    /** There is no such address, and nobody has ever been met there: whoever named it need not be who they said. */
    public static Undeliverable nobodyThere(String reason) {
        return new Undeliverable(reason, Kind.NOBODY_THERE);
    }

    boolean isOnPurpose() {
        return kind == Kind.ON_PURPOSE;
    }

    boolean isNobodyThere() {
        return kind == Kind.NOBODY_THERE;
    }
}
