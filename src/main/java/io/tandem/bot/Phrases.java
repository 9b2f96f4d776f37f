package io.tandem.bot;

import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A list of phrases, found by the words with which they can begin: most words of a message begin none. */
final class Phrases {

    private static final BitSet NOTHING_TAKEN = new BitSet();

    private final Map<String, Set<Phrase>> byWord = new HashMap<>();
    private final Map<String, Set<Phrase>> byBeginning = new HashMap<>();

    Phrases(List<Phrase> phrases) {
        for (var phrase : phrases) {
            for (var first : phrase.beginnings()) {
                first.words().forEach(word -> add(byWord, word, phrase));
                first.beginnings().forEach(beginning -> add(byBeginning, beginning, phrase));
            }
        }
    }

    private static void add(Map<String, Set<Phrase>> index, String word, Phrase phrase) {
        index.computeIfAbsent(word, any -> new LinkedHashSet<>()).add(phrase);
    }

    /** Whether one of them stands in the sentence. */
    boolean isIn(List<List<String>> sentence) {
        return isIn(sentence, NOTHING_TAKEN);
    }

    /** Whether one of them stands in the sentence and shares no word with the taken ones. */
    boolean isIn(List<List<String>> sentence, BitSet taken) {
        for (int from = 0; from < sentence.size(); from++) {
            for (var phrase : beginningAt(sentence.get(from))) {
                var end = phrase.end(sentence, from, false);
                var clash = taken.nextSetBit(from);
                if (end >= 0 && (clash < 0 || clash >= end)) return true;
            }
        }
        return false;
    }

    /** Takes the words that belong to one of them. */
    void take(List<List<String>> sentence, BitSet taken) {
        for (int from = 0; from < sentence.size(); from++) {
            for (var phrase : beginningAt(sentence.get(from))) {
                var end = phrase.end(sentence, from, true);
                if (end >= 0) taken.set(from, end);
            }
        }
    }

    private Set<Phrase> beginningAt(List<String> readings) {
        var phrases = new LinkedHashSet<Phrase>();
        for (var word : readings) {
            phrases.addAll(byWord.getOrDefault(word, Set.of()));
            for (int end = 1; !byBeginning.isEmpty() && end <= word.length(); end++) {
                phrases.addAll(byBeginning.getOrDefault(word.substring(0, end), Set.of()));
            }
        }
        return phrases;
    }
}
