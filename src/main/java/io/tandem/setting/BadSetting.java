package io.tandem.setting;

import java.util.Locale;

/** Tandem cannot work so. The message names the property and never shows a value that may be a secret. */
public final class BadSetting extends RuntimeException {

    private final String property;

    /** @param reason goes on where the property's name ends */
    public BadSetting(String property, String reason) {
        super(property + " " + reason);
        this.property = property;
    }

    boolean isOfChannel() {
        return property.startsWith("tandem.channels.");
    }

    /** What most operators have written, in place of the property. */
    String variable() {
        return property.toUpperCase(Locale.ROOT).replace('-', '_').replace('.', '_');
    }
}
