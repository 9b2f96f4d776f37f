package io.tandem.bot.classifier;

import io.tandem.bot.classifier.Vocabulary.Counted;
import io.tandem.bot.classifier.Vocabulary.Reading;
import java.util.Arrays;
import java.util.Collection;

/**
 * Makes vectors of TF-IDF: logarithmic frequency, smooth inverse document frequency, each group of unit length. What no
 * example has counts for the length, so that it makes the known features tell less.
 */
final class Vectorizer {

    /** With many examples, a feature that only one has tells nothing and costs memory. */
    private static final int MANY_EXAMPLES = 2_000;

    private static final int DROPPED = -1;

    /** By the feature's number in the vocabulary, its place in the vectors. */
    private final int[] places;

    private final float[] rarity;
    private final float unheardOf;
    private final int dimensions;

    /** @param examples by which it is known how rare a feature is */
    Vectorizer(Vocabulary vocabulary, Collection<Reading> examples) {
        var users = new int[vocabulary.size()];
        for (var example : examples) {
            for (var group : example.groups()) {
                for (int number : group.numbers()) users[number]++;
            }
        }
        var fewest = examples.size() > MANY_EXAMPLES ? 2 : 1;
        places = new int[users.length];
        rarity = new float[users.length];
        var next = 0;
        for (int i = 0; i < users.length; i++) {
            places[i] = users[i] < fewest ? DROPPED : next++;
            rarity[i] = rarity(examples.size(), users[i]);
        }
        dimensions = next;
        unheardOf = rarity(examples.size(), 0);
    }

    private static float rarity(int all, int using) {
        return (float) (1 + Math.log((1.0 + all) / (1 + using)));
    }

    /** The share of a text that the examples know, 0 to 1, rare features counting more. */
    double known(SparseVector text) {
        var squares = 0.0;
        for (var value : text.values()) squares += value * value;
        return squares / View.SPELLING_LENGTH;
    }

    int dimensions() {
        return dimensions;
    }

    SparseVector vector(Reading reading) {
        var most = reading.groups().stream()
                .mapToInt(group -> group.numbers().length)
                .sum();
        var entries = new long[most];
        var values = new float[most];
        var size = 0;
        for (var group : reading.groups()) size = add(group, entries, values, size);
        return ordered(entries, values, size);
    }

    private int add(Counted group, long[] entries, float[] values, int from) {
        var size = from;
        var squares = 0.0;
        for (int i = 0; i < group.numbers().length; i++) {
            var number = group.numbers()[i];
            var known = number != Vocabulary.UNHEARD_OF && places[number] != DROPPED;
            var value = (1 + Math.log(group.counts()[i])) * (known ? rarity[number] : unheardOf);
            squares += value * value;
            if (!known) continue;
            entries[size] = ((long) places[number] << Integer.SIZE) | size;
            values[size++] = (float) value;
        }
        var scale = squares == 0 ? 0 : (float) (group.weight() / Math.sqrt(squares));
        for (int i = from; i < size; i++) values[i] *= scale;
        return size;
    }

    private static SparseVector ordered(long[] entries, float[] values, int size) {
        Arrays.sort(entries, 0, size);
        var indices = new int[size];
        var ordered = new float[size];
        for (int i = 0; i < size; i++) {
            indices[i] = (int) (entries[i] >>> Integer.SIZE);
            ordered[i] = values[(int) entries[i]];
        }
        return new SparseVector(indices, ordered);
    }
}
