package io.tandem.bot;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The longer words of a text by their beginnings: what two texts share whichever the forms of their words. */
public final class Stems {

    private static final Pattern WORD = Pattern.compile("\\p{L}{4,}");
    private static final int LENGTH = 5;

    private Stems() {}

    /** Each once, in small letters, in the order of the text. */
    public static Set<String> of(String text) {
        var stems = new LinkedHashSet<String>();
        WORD.matcher(text).results().forEach(word -> stems.add(stem(word.group())));
        return stems;
    }

    private static String stem(String word) {
        return word.substring(0, Math.min(word.length(), LENGTH)).toLowerCase(Locale.ROOT);
    }
}
