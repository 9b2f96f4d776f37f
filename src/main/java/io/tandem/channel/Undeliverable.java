package io.tandem.channel;

/** This message will never reach this address. */
public final class Undeliverable extends RuntimeException {

    private final boolean onPurpose;

    /** @param reason for agents and operators: short, and without a word of the message */
    public Undeliverable(String reason) {
        this(reason, false);
    }

    private Undeliverable(String reason, boolean onPurpose) {
        super(reason);
        this.onPurpose = onPurpose;
    }

    /** The channel does not want to send it, and has said so where agents read it: nothing for operators to mend. */
    public static Undeliverable onPurpose(String reason) {
        return new Undeliverable(reason, true);
    }

    boolean isOnPurpose() {
        return onPurpose;
    }
}
