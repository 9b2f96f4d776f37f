package io.tandem.bot;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Reads mistyped words as the ones that are often misspelt: "mitabeiter" as "mitarbeiter". Words of five letters may have one
 * slip, of nine letters two; the first letter is never wrong, and a word that is right is never changed.
 */
final class Spelling {

    private static final int LONG_ENOUGH_FOR_ONE = 5;
    private static final int LONG_ENOUGH_FOR_TWO = 9;

    private record Target(String word, boolean beginning) {
        int slips() {
            return word.length() >= LONG_ENOUGH_FOR_TWO ? 2 : 1;
        }
    }

    private final WordGroup right;
    private final Map<Character, List<Target>> byLetter = new TreeMap<>();

    /** @param rightOnes words that are right as they are, however near they come to one that is often misspelt */
    Spelling(List<WordGroup> oftenMisspelt, List<WordGroup> rightOnes) {
        var misspelt = WordGroup.all(oftenMisspelt);
        misspelt.words().forEach(word -> aimAt(new Target(word, false)));
        misspelt.beginnings().forEach(word -> aimAt(new Target(word, true)));
        right = misspelt.and(WordGroup.all(rightOnes));
    }

    private void aimAt(Target target) {
        if (target.word().length() < LONG_ENOUGH_FOR_ONE) return;
        byLetter.computeIfAbsent(target.word().charAt(0), any -> new ArrayList<>())
                .add(target);
    }

    /** The word as it is written, and as what it may be meant. */
    List<String> readings(String word) {
        if (word.length() < LONG_ENOUGH_FOR_ONE - 1 || right.has(word)) return List.of(word);
        var readings = new ArrayList<String>();
        readings.add(word);
        for (var target : byLetter.getOrDefault(word.charAt(0), List.of())) {
            if (isNear(word, target)) readings.add(target.word());
        }
        return readings;
    }

    /** The end of a mere beginning has to be right, or "annotation" would begin like "annoy". */
    private static boolean isNear(String word, Target target) {
        var slips = target.slips();
        var length = target.word().length();
        if (word.length() < length - slips || !target.beginning() && word.length() > length + slips) return false;
        if (!target.beginning()) return Slips.between(word, target.word(), slips) <= slips;
        var last = target.word().charAt(length - 1);
        for (int end = length - slips; end <= Math.min(word.length(), length + slips); end++) {
            if (word.charAt(end - 1) == last && Slips.between(word.substring(0, end), target.word(), slips) <= slips)
                return true;
        }
        return false;
    }
}
