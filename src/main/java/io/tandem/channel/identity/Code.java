package io.tandem.channel.identity;

import java.security.SecureRandom;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Eight digits that nobody can guess in five tries. */
record Code(String digits) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int NUMBERS = 100_000_000;
    private static final Pattern ALONE =
            Pattern.compile("(?:code\\s*:?\\s*)?(\\d{4})[\\s\u00a0-]?(\\d{4})\\s*[.!]?", Pattern.CASE_INSENSITIVE);

    static Code made() {
        return new Code("%08d".formatted(RANDOM.nextInt(NUMBERS)));
    }

    /** The code that somebody has written: in a line of its own, the first, so that no order number is taken for one. */
    static Optional<Code> in(String text) {
        return text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .findFirst()
                .map(ALONE::matcher)
                .filter(Matcher::matches)
                .map(found -> new Code(found.group(1) + found.group(2)));
    }

    /** In two halves, as people read it out. */
    String shown() {
        return digits.substring(0, 4) + " " + digits.substring(4);
    }

    /** Never in a log. */
    @Override
    public String toString() {
        return "Code";
    }
}
