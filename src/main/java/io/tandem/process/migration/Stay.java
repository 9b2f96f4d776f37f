package io.tandem.process.migration;

import org.jspecify.annotations.Nullable;

/**
 * Why a ticket stays on its version.
 *
 * @param element at which it stands, if that is the reason
 * @param detail the engine's own words, where we have no better ones
 */
record Stay(
        Outcome why,
        @Nullable String element,
        @Nullable String label,
        @Nullable String detail) {

    static Stay at(Outcome why, String element, @Nullable String label) {
        return new Stay(why, element, label, null);
    }

    static Stay because(Outcome why) {
        return new Stay(why, null, null, null);
    }

    static Stay refused(String engineSays) {
        return new Stay(Outcome.REFUSED, null, null, engineSays);
    }
}
