package io.tandem.bot;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Words of which any will do: whole ones, and beginnings of words. */
record WordGroup(Set<String> words, Set<String> beginnings) {

    static final WordGroup NONE = new WordGroup(Set.of(), Set.of());

    /**
     * @param written words, beginnings with a star, and names of other groups in angle brackets
     * @throws IllegalArgumentException with the reason, if there is anything else among them
     */
    static WordGroup of(String[] written, Map<String, WordGroup> groups) {
        var words = new HashSet<String>();
        var beginnings = new HashSet<String>();
        for (var one : written) {
            if (one.startsWith("<")) {
                var group = groups.get(one.substring(1, one.length() - 1));
                if (group == null) throw new IllegalArgumentException("there is no group " + one + " above");
                words.addAll(group.words());
                beginnings.addAll(group.beginnings());
            } else {
                var beginning = one.endsWith("*");
                var word = beginning ? one.substring(0, one.length() - 1) : one;
                if (word.isEmpty() || !Words.plain(word).equals(word)) throw Phrase.notUnderstood(one);
                (beginning ? beginnings : words).add(word);
            }
        }
        return new WordGroup(Set.copyOf(words), Set.copyOf(beginnings));
    }

    static WordGroup all(List<WordGroup> groups) {
        var words = new HashSet<String>();
        var beginnings = new HashSet<String>();
        for (var group : groups) {
            words.addAll(group.words());
            beginnings.addAll(group.beginnings());
        }
        return new WordGroup(Set.copyOf(words), Set.copyOf(beginnings));
    }

    WordGroup and(WordGroup others) {
        return all(List.of(this, others));
    }

    boolean has(String word) {
        return words.contains(word) || hasBeginningOf(word);
    }

    private boolean hasBeginningOf(String word) {
        for (int end = 1; !beginnings.isEmpty() && end <= word.length(); end++) {
            if (beginnings.contains(word.substring(0, end))) return true;
        }
        return false;
    }
}
