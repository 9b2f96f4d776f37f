package io.tandem.channel;

/** A channel that cannot be connected so. The message names the property and never shows its value: it may be a secret. */
public final class BadSetting extends RuntimeException {

    /** @param reason goes on where the property's name ends */
    public BadSetting(String property, String reason) {
        super(property + " " + reason);
    }
}
