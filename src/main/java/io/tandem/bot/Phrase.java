package io.tandem.bot;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A turn of phrase as the process owners write it, looked for anywhere in a message:
 * <ul>
 *   <li>{@code real person} words one after another
 *   <li>{@code human*} any word with that beginning
 *   <li>{@code (speak|talk)} one of several words
 *   <li>{@code (a|an)?} the same, but it may be missing
 *   <li>{@code talk ... person} up to four words in between
 * </ul>
 */
final class Phrase {

    private static final int LONGEST_GAP = 4;
    private static final Pattern APOSTROPHES = Pattern.compile("['’‘`´ʼ]");
    private static final Pattern MARKS = Pattern.compile("\\p{M}");
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern STEP = Pattern.compile("\\.\\.\\.|\\([^()\\s]+\\)\\??|[^()|?\\s]+");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+\\*?");

    /** One word of a phrase; a gap has no words. */
    private record Step(Set<String> words, List<String> beginnings, boolean optional, boolean gap) {
        boolean fits(String word) {
            return words.contains(word) || beginnings.stream().anyMatch(word::startsWith);
        }
    }

    private final List<Step> steps = new ArrayList<>();

    /** @throws IllegalArgumentException if it is not written as described above, with the reason */
    Phrase(String written) {
        var found = STEP.matcher(written);
        var end = 0;
        while (found.find()) {
            if (!written.substring(end, found.start()).isBlank()) throw notUnderstood(written.substring(end));
            steps.add(step(found.group()));
            end = found.end();
        }
        if (!written.substring(end).isBlank()) throw notUnderstood(written.substring(end));
        if (steps.stream().allMatch(step -> step.gap() || step.optional())) {
            throw new IllegalArgumentException("\"" + written + "\" needs at least one word that may not be missing");
        }
    }

    private static Step step(String written) {
        if (written.equals("...")) return new Step(Set.of(), List.of(), false, true);
        var words = new HashSet<String>();
        var beginnings = new ArrayList<String>();
        for (var word : written.replaceAll("[()?]", "").split("\\|", -1)) {
            if (!WORD.matcher(word).matches() || !words(word).equals(List.of(word.replace("*", "")))) {
                throw notUnderstood(word);
            }
            if (word.endsWith("*")) {
                beginnings.add(word.substring(0, word.length() - 1));
            } else {
                words.add(word);
            }
        }
        return new Step(words, beginnings, written.endsWith("?"), false);
    }

    private static IllegalArgumentException notUnderstood(String part) {
        return new IllegalArgumentException(
                "\"" + part.strip()
                        + "\" is not understood: write small letters without umlauts, (one|another), (perhaps)?, begin* and ...");
    }

    /** A message's words in the form in which phrases are written. */
    static List<String> words(String text) {
        var small = Normalizer.normalize(text, Normalizer.Form.NFC)
                .toLowerCase(Locale.ROOT)
                .replace("ä", "ae")
                .replace("ö", "oe")
                .replace("ü", "ue")
                .replace("ß", "ss");
        var plain = MARKS.matcher(
                        Normalizer.normalize(APOSTROPHES.matcher(small).replaceAll(""), Normalizer.Form.NFD))
                .replaceAll("");
        return NO_WORD.splitAsStream(plain).filter(word -> !word.isEmpty()).toList();
    }

    /** Whether it stands somewhere and shares no word with the taken ones. */
    boolean isIn(List<String> words, BitSet taken) {
        return IntStream.range(0, words.size()).anyMatch(from -> {
            var end = endsAt(words, from, 0);
            if (end < 0) return false;
            var clash = taken.nextSetBit(from);
            return clash < 0 || clash >= end;
        });
    }

    /** Takes the words that belong to it, wherever it stands. */
    void take(List<String> words, BitSet taken) {
        for (int from = 0; from < words.size(); from++) {
            var end = endsAt(words, from, 0);
            if (end >= 0) taken.set(from, end);
        }
    }

    /** Where the phrase that begins here with the given step ends, or -1. */
    private int endsAt(List<String> words, int at, int next) {
        if (next == steps.size()) return at;
        var step = steps.get(next);
        if (step.gap()) return afterGap(words, at, next + 1);
        if (at < words.size() && step.fits(words.get(at))) {
            var end = endsAt(words, at + 1, next + 1);
            if (end >= 0) return end;
        }
        return step.optional() ? endsAt(words, at, next + 1) : -1;
    }

    private int afterGap(List<String> words, int at, int next) {
        for (int skipped = 0; skipped <= LONGEST_GAP && at + skipped <= words.size(); skipped++) {
            var end = endsAt(words, at + skipped, next);
            if (end >= 0) return end;
        }
        return -1;
    }
}
