package io.tandem.bot.classifier;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** A way to look at a text: groups of features, each with its weight. Several ways together see more than the best one. */
enum View {
    /** How it is spelt: words and their neighbours; pieces of words, which bear typing errors and compounds. */
    SPELLING {
        @Override
        List<Group> groups(Terms terms, String text, boolean asking) {
            var words = terms.words(text);
            return List.of(new Group(1, counted(sequences(words, true))), new Group(1, counted(pieces(words, 2, 5))));
        }
    },

    /** What it says: stems and which of them stand together, wherever they stand; spelling counts little. */
    MEANING {
        @Override
        List<Group> groups(Terms terms, String text, boolean asking) {
            var words = terms.words(text);
            var stems = terms.stems(text);
            var said = terms.ideas(text, asking);
            var ideas = sequences(stems, false);
            ideas.addAll(pairs(stems));
            ideas.addAll(said);
            return List.of(
                    new Group(1, counted(sequences(words, false))),
                    new Group(0.3, counted(pieces(words, 4, 4))),
                    new Group(0.7, counted(ideas)));
        }
    };

    /** @param counts how often each feature occurs in the text */
    record Group(double weight, Map<String, Integer> counts) {}

    /** The square of the length of a text by its spelling if all of it is known: two groups, each of length 1. */
    static final double SPELLING_LENGTH = 2;

    private static final int MOST_IN_PAIRS = 20;
    private static final String START = "<";
    private static final String END = ">";

    abstract List<Group> groups(Terms terms, String text, boolean asking);

    private static Map<String, Integer> counted(Collection<String> features) {
        var counts = new HashMap<String, Integer>();
        features.forEach(feature -> counts.merge(feature, 1, Integer::sum));
        return counts;
    }

    /** Words alone, with their neighbour, and if wanted with their next but one. */
    private static List<String> sequences(List<String> words, boolean skipping) {
        var features = new ArrayList<String>(words);
        var before = START;
        for (int i = 0; i < words.size(); i++) {
            features.add(before + " " + words.get(i));
            if (skipping && i > 1) features.add(words.get(i - 2) + " _ " + words.get(i));
            before = words.get(i);
        }
        features.add(before + " " + END);
        return features;
    }

    private static List<String> pieces(List<String> words, int shortest, int longest) {
        var features = new ArrayList<String>();
        for (var word : words) {
            var bounded = " " + word + " ";
            for (int length = shortest; length <= longest; length++) {
                for (int i = 0; i + length <= bounded.length(); i++)
                    features.add("'" + bounded.substring(i, i + length));
            }
        }
        return features;
    }

    private static List<String> pairs(List<String> stems) {
        var different = new ArrayList<>(new TreeSet<>(stems));
        var features = new ArrayList<String>();
        var size = Math.min(different.size(), MOST_IN_PAIRS);
        for (int i = 0; i < size; i++) {
            for (int j = i + 1; j < size; j++) features.add(different.get(i) + " & " + different.get(j));
        }
        return features;
    }
}
