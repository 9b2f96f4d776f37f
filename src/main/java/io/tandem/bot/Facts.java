package io.tandem.bot;

import static java.util.Comparator.comparing;

import io.tandem.bot.Fact.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Finds the facts in a customer's words: numbers, amounts, dates, accounts, ways to reach somebody. Every pattern is
 * bounded in every part: whoever writes the text must not decide how long it is searched.
 */
public final class Facts {

    /** What stands behind this in a text is not looked at. */
    public static final int LONGEST_TEXT = 20_000;

    private static final char TAKEN = '\0';
    /** Latin letters and digits as East Asian keyboards write them, in the order of ASCII. */
    private static final char FIRST_WIDE = '\uFF01';

    private static final char LAST_WIDE = '\uFF5E';
    private static final Comparator<Fact> AS_AGENTS_READ = comparing(Fact::kind).thenComparing(Fact::start);

    private Facts() {}

    /** The facts in the first 20,000 characters, by their kind; no two of them share a character. */
    public static List<Fact> in(String text) {
        var start = text.substring(0, Math.min(text.length(), LONGEST_TEXT));
        var open = new StringBuilder(plain(start));
        var facts = new ArrayList<Fact>();
        for (var shape : FactShapes.ALL) {
            for (var found : shape.in(open.toString())) facts.add(taken(start, open, shape.kind(), found));
        }
        facts.sort(AS_AGENTS_READ);
        return facts;
    }

    /** As many characters as before: the places found are places in the text. */
    private static String plain(String text) {
        var plain = new StringBuilder(text.replace('\u00A0', ' ').replace('\u202F', ' '));
        for (int i = 0; i < plain.length(); i++) {
            var c = plain.charAt(i);
            if (c >= FIRST_WIDE && c <= LAST_WIDE) plain.setCharAt(i, (char) (c - FIRST_WIDE + '!'));
        }
        return plain.toString();
    }

    private static Fact taken(String text, StringBuilder open, Kind kind, Span found) {
        for (int i = found.start(); i < found.end(); i++) open.setCharAt(i, TAKEN);
        return Fact.in(text, kind, found.start(), found.end());
    }

    /** A part of a text. */
    record Span(int start, int end) {}
}
