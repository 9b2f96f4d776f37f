package io.tandem.channel;

/** This message will never reach this address. */
public final class Undeliverable extends RuntimeException {

    /** @param reason for agents and operators: short, and without a word of the message */
    public Undeliverable(String reason) {
        super(reason);
    }
}
