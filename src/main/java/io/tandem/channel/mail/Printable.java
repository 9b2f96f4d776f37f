package io.tandem.channel.mail;

import org.jspecify.annotations.Nullable;

/** Words out of a mail, made fit for one line: of a head, a list, a note. */
final class Printable {

    private Printable() {}

    /** Without line breaks and control characters, also those that turn the direction of reading; cut if it is too long. */
    static String line(String text, int longest) {
        var clean = text.codePoints()
                .map(c -> Character.isWhitespace(c) ? ' ' : c)
                .filter(Printable::fits)
                .limit(longest + 1L)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .strip()
                .replaceAll(" {2,}", " ");
        if (clean.codePointCount(0, clean.length()) <= longest) return clean;
        return clean.substring(0, clean.offsetByCodePoints(0, longest - 1)) + "…";
    }

    /** What somebody calls themselves; null if it looks like an address, for it may be somebody else's. */
    static @Nullable String name(@Nullable String name) {
        var clean = name == null ? "" : line(name, 200);
        return clean.isEmpty() || clean.contains("@") ? null : clean;
    }

    private static boolean fits(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL, Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                false;
            case Character.FORMAT -> character == 0x200d; // joins emoji
            default -> true;
        };
    }
}
