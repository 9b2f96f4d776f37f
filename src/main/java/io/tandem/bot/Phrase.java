package io.tandem.bot;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A turn of phrase as the process owners write it, looked for anywhere in a sentence:
 * <ul>
 *   <li>{@code real person} words one after another
 *   <li>{@code human*} any word with that beginning
 *   <li>{@code (speak|talk)} one of several words
 *   <li>{@code (a|an)?} the same, but it may be missing; so may {@code a?} and {@code <person>?}
 *   <li>{@code <person>} one of a group's words; groups can stand in brackets, too
 *   <li>{@code talk ... person} up to four words in between
 *   <li>{@code = agent (please)?} nothing else stands in the sentence
 * </ul>
 */
final class Phrase {

    private static final int LONGEST_GAP = 4;
    /** One bit of a long for each, and one for the end. */
    private static final int MOST_STEPS = 60;

    private static final String ONE = "(?:<[a-z]+>|[\\p{L}\\p{N}\\p{So}]+\\*?)";
    private static final Pattern STEP =
            Pattern.compile("\\s*(?:(\\.\\.\\.)|(?:\\((" + ONE + "(?:\\|" + ONE + ")*+)\\)|(" + ONE + "))(\\?)?)");

    /** One place in a phrase: a word that fits, or any. */
    private record Step(WordGroup words, boolean optional, boolean any) {
        boolean fits(List<String> readings) {
            return any || readings.stream().anyMatch(words::has);
        }
    }

    private final boolean alone;
    private final List<Step> steps = new ArrayList<>();

    /**
     * @param groups by their names
     * @throws IllegalArgumentException if it is not written as described above, with the reason
     */
    Phrase(String written, Map<String, WordGroup> groups) {
        alone = written.startsWith("= ");
        var rest = alone ? written.substring(2) : written;
        var found = STEP.matcher(rest);
        var end = 0;
        while (end < rest.length() && found.region(end, rest.length()).lookingAt()) {
            if (found.group(1) != null) {
                for (int i = 0; i < LONGEST_GAP; i++) steps.add(new Step(WordGroup.NONE, true, true));
            } else {
                var words = found.group(2) != null ? found.group(2) : found.group(3);
                steps.add(new Step(WordGroup.of(words.split("\\|"), groups), found.group(4) != null, false));
            }
            end = found.end();
        }
        if (!rest.substring(end).isBlank()) throw notUnderstood(rest.substring(end));
        check(written);
    }

    private void check(String written) {
        if (steps.stream().allMatch(Step::optional)) {
            throw new IllegalArgumentException("\"" + written + "\" needs at least one word that may not be missing");
        }
        if (steps.size() > MOST_STEPS) throw new IllegalArgumentException("\"" + written + "\" is too long");
        if (steps.get(0).any()) {
            throw new IllegalArgumentException("\"" + written + "\" must not begin with ...");
        }
    }

    static IllegalArgumentException notUnderstood(String part) {
        return new IllegalArgumentException("\"" + part.strip()
                + "\" is not understood: write small letters without umlauts, (one|another), (perhaps)?, begin*, <group>,"
                + " ... and = in front");
    }

    /** With which words it can begin. */
    Set<WordGroup> beginnings() {
        var beginnings = new HashSet<WordGroup>();
        for (var step : steps) {
            beginnings.add(step.words());
            if (!step.optional()) break;
        }
        return beginnings;
    }

    /** All its words. */
    List<WordGroup> words() {
        return steps.stream().map(Step::words).toList();
    }

    /**
     * Where the phrase that begins here ends, at the soonest or at the latest; -1 if it does not stand here. All ways
     * through it are followed at once, one bit a step, so that no message and no phrase makes it slow.
     */
    int end(List<List<String>> sentence, int from, boolean latest) {
        if (alone && from > 0) return -1;
        var end = -1;
        var open = withOptional(1L);
        for (int at = from; open != 0; at++) {
            var whole = (open >> steps.size() & 1) == 1 && (!alone || at == sentence.size());
            if (whole) end = at;
            if (whole && !latest || at == sentence.size()) return end;
            open = after(open, sentence.get(at));
        }
        return end;
    }

    private long after(long open, List<String> readings) {
        var next = 0L;
        for (int step = 0; step < steps.size(); step++) {
            if ((open >> step & 1) == 1 && steps.get(step).fits(readings)) next |= 1L << step + 1;
        }
        return withOptional(next);
    }

    private long withOptional(long open) {
        var all = open;
        for (int step = 0; step < steps.size(); step++) {
            if ((all >> step & 1) == 1 && steps.get(step).optional()) all |= 1L << step + 1;
        }
        return all;
    }
}
