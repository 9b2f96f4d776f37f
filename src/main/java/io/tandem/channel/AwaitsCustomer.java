package io.tandem.channel;

/**
 * Nothing is broken, and nothing gets through: the customer has to write first. The message goes another way to them, if
 * there is one, or it waits without being tried again and again.
 */
public final class AwaitsCustomer extends Exception {

    /** @param reason for agents and operators: short, and without a word of the message */
    public AwaitsCustomer(String reason) {
        super(reason, null, false, false);
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
