package io.tandem.channel;

import java.util.regex.Pattern;

/**
 * Why a message does not get through, in a provider's or a program's words. As a string it names nobody, for the log:
 * providers like to say whom they could not reach.
 *
 * @param text as agents and operators read it on the ticket and in the incident
 */
record Reason(String text) {

    private static final int LONGEST = 500;
    private static final Pattern ADDRESS = Pattern.compile("[^\\s<>\"']+@[^\\s<>\"']+|\\+?\\d[\\d ]{7,}\\d");

    static Reason of(Throwable failed) {
        var text = failed.getMessage();
        if (text == null || text.isBlank()) text = failed.getClass().getSimpleName();
        return new Reason(text.length() > LONGEST ? text.substring(0, LONGEST) : text);
    }

    @Override
    public String toString() {
        return ADDRESS.matcher(text).replaceAll("...");
    }
}
