package io.tandem.attachment;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The name of a file, made safe: no folders, nothing that cannot be seen or that turns the order of reading around, and
 * nothing that means something to a file system.
 */
record FileName(String text) {

    private static final int LONGEST = 120;
    private static final int LONGEST_ENDING = 12;
    private static final String NAMELESS = "file";

    /** Controls, marks of direction and of nothing, lone surrogates, code points for private use or for nobody. */
    private static final Pattern UNSEEN = Pattern.compile("[\\p{C}\\p{Zl}\\p{Zp}]");

    private static final Pattern MEANINGFUL = Pattern.compile("[<>:\"|?*]");
    private static final Pattern EDGES = Pattern.compile("^[.\\s]+|[.\\s]+$");
    private static final Pattern DEVICE =
            Pattern.compile("(con|prn|aux|nul|com\\d|lpt\\d)(\\..*)?", Pattern.CASE_INSENSITIVE);

    static FileName of(@Nullable String given) {
        var name = Normalizer.normalize(given == null ? "" : given, Normalizer.Form.NFC);
        name = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        name = UNSEEN.matcher(name).replaceAll("");
        name = MEANINGFUL.matcher(name).replaceAll("_");
        name = EDGES.matcher(name).replaceAll("");
        if (DEVICE.matcher(name).matches()) name = "_" + name;
        return new FileName(name.isEmpty() ? NAMELESS : shortened(name));
    }

    /** The ending stays: people and programs go by it. */
    private static String shortened(String name) {
        var length = name.codePointCount(0, name.length());
        if (length <= LONGEST) return name;
        var ending = endingOf(name);
        var rest = ending.isEmpty() || ending.length() > LONGEST_ENDING ? "" : "." + ending;
        return name.substring(0, name.offsetByCodePoints(0, LONGEST - rest.length())) + rest;
    }

    /** In small letters, without the dot; empty for none. */
    String ending() {
        return endingOf(text).toLowerCase(Locale.ROOT);
    }

    private static String endingOf(String name) {
        var dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot + 1);
    }
}
