package io.tandem.api;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** Which texts can be taken: not blank, not endless, and only of characters that every database and page can show. */
public final class FitText {

    /** The longest message, in Unicode characters. */
    public static final int LONGEST_MESSAGE = 100_000;

    private static final int LONGEST_ID = 100;
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_COMMENT = 10_000;

    private FitText() {}

    /** @throws Problem if it cannot be a message */
    public static String message(@Nullable String text) {
        if (text == null || isBlank(text)) throw new Problem(HttpStatus.BAD_REQUEST, "noText");
        return checked(text, LONGEST_MESSAGE);
    }

    /** Whether there is nothing to read: Java's own idea of blank lacks no-break spaces, and characters without a width. */
    public static boolean isBlank(String text) {
        return text.codePoints()
                .allMatch(character -> Character.isWhitespace(character)
                        || Character.isSpaceChar(character)
                        || Character.getType(character) == Character.FORMAT);
    }

    /** @return the words beside a file, empty for none */
    public static String caption(@Nullable String text) {
        return text == null || isBlank(text) ? "" : message(text);
    }

    /** The id that a program gives to what it sends. */
    public static String id(String id) {
        if (id.isBlank() || id.length() > LONGEST_ID || id.chars().anyMatch(c -> c < ' ' || c > '~')) {
            throw new Problem(HttpStatus.BAD_REQUEST, "badId", Map.of("longest", LONGEST_ID));
        }
        return id;
    }

    /** @return the name without blanks around it, null for none */
    public static @Nullable String name(@Nullable String name) {
        return optional(name, LONGEST_NAME);
    }

    public static @Nullable String comment(@Nullable String comment) {
        return optional(comment, LONGEST_COMMENT);
    }

    private static @Nullable String optional(@Nullable String text, int longest) {
        return text == null || isBlank(text) ? null : checked(text.strip(), longest);
    }

    /** The text without the characters that cannot be stored, for what nobody can be asked to write again. */
    public static String cleaned(String text) {
        return text.codePoints()
                .filter(character -> !unfit(character))
                .limit(LONGEST_MESSAGE)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** @return the name that is left, cut where it is too long; null for none */
    public static @Nullable String cleanedName(String name) {
        var clean = cleaned(name).replaceAll("\\s+", " ").strip();
        var cut = clean.codePointCount(0, clean.length()) <= LONGEST_NAME
                ? clean
                : clean.substring(0, clean.offsetByCodePoints(0, LONGEST_NAME));
        return cut.isEmpty() ? null : cut;
    }

    private static String checked(String text, int longest) {
        if (text.codePointCount(0, text.length()) > longest) {
            throw new Problem(HttpStatus.PAYLOAD_TOO_LARGE, "textTooLong", Map.of("longest", longest));
        }
        if (text.codePoints().anyMatch(FitText::unfit)) throw new Problem(HttpStatus.BAD_REQUEST, "unfitText");
        return text;
    }

    private static boolean unfit(int character) {
        return Character.getType(character) == Character.SURROGATE
                || (Character.isISOControl(character) && character != '\n' && character != '\r' && character != '\t');
    }
}
