package io.tandem.bot.classifier;

/** How alike a text is to the examples of each topic, by the cosine: to the closest one, and to the five closest on average. */
final class NearestExamples {

    private static final int CLOSE = 5;

    /** By topic, from 0 to 1. */
    record Likeness(float[] closest, float[] average) {}

    private final int topics;
    private final int[] topicOf;
    private final int[][] users;
    private final float[][] values;

    NearestExamples(SparseVector[] examples, int[] topicOf, int topics, int dimensions) {
        this.topics = topics;
        this.topicOf = topicOf;
        var counts = new int[dimensions];
        for (var example : examples) for (int feature : example.indices()) counts[feature]++;
        users = new int[dimensions][];
        values = new float[dimensions][];
        for (int feature = 0; feature < dimensions; feature++) {
            users[feature] = new int[counts[feature]];
            values[feature] = new float[counts[feature]];
        }
        for (int i = examples.length - 1; i >= 0; i--) enter(i, examples[i], counts);
    }

    private void enter(int example, SparseVector vector, int[] left) {
        for (int k = 0; k < vector.size(); k++) {
            var feature = vector.indices()[k];
            var at = --left[feature];
            users[feature][at] = example;
            values[feature][at] = vector.values()[k];
        }
    }

    Likeness likeness(SparseVector text) {
        var cosines = cosines(text);
        var best = new float[topics * CLOSE];
        for (int i = 0; i < cosines.length; i++) if (cosines[i] > 0) rank(best, topicOf[i] * CLOSE, cosines[i]);
        var closest = new float[topics];
        var average = new float[topics];
        for (int topic = 0; topic < topics; topic++) {
            var start = topic * CLOSE;
            closest[topic] = best[start];
            for (int k = 0; k < CLOSE; k++) average[topic] += best[start + k] / CLOSE;
        }
        return new Likeness(closest, average);
    }

    private float[] cosines(SparseVector text) {
        var cosines = new float[topicOf.length];
        for (int k = 0; k < text.size(); k++) {
            var value = (float) (text.values()[k] / View.SPELLING_LENGTH);
            var using = users[text.indices()[k]];
            var theirs = values[text.indices()[k]];
            for (int m = 0; m < using.length; m++) cosines[using[m]] += value * theirs[m];
        }
        return cosines;
    }

    private static void rank(float[] best, int start, float cosine) {
        var place = start + CLOSE - 1;
        if (cosine <= best[place]) return;
        while (place > start && best[place - 1] < cosine) {
            best[place] = best[place - 1];
            place--;
        }
        best[place] = cosine;
    }
}
