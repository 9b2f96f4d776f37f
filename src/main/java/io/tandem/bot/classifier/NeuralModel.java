package io.tandem.bot.classifier;

import java.io.IOException;

/**
 * A small neural network: a bag of learnt feature vectors, rectified, then softmax (M. Iyyer et al., "Deep Unordered
 * Composition Rivals Syntactic Methods for Text Classification", ACL 2015).
 * It learns by {@link NeuralTraining}.
 */
final class NeuralModel {

    static final int WIDTH = 100;

    private final FeatureRows features;
    private final float[][] outputs;
    private final float[] biases;

    NeuralModel(SparseVector[] examples, int[] topicOf, int topics, int dimensions, int epochs, long seed) {
        var learnt = new NeuralTraining(topics, dimensions, seed);
        learnt.run(examples, topicOf, epochs);
        features = new FeatureRows(learnt.rows(), WIDTH);
        outputs = learnt.outputs();
        biases = learnt.biases();
    }

    NeuralModel(NumberReader from) throws IOException {
        features = new FeatureRows(from);
        outputs = from.rows();
        biases = from.numbers();
    }

    void write(NumberWriter to) throws IOException {
        features.write(to);
        to.rows(outputs);
        to.numbers(biases);
    }

    /** The logarithm of every topic's probability. */
    float[] scores(SparseVector text) {
        var hidden = features.sum(text);
        rectify(hidden);
        return logSoftmax(logits(outputs, biases, hidden));
    }

    static void rectify(float[] hidden) {
        for (int j = 0; j < WIDTH; j++) hidden[j] = Math.max(0, hidden[j]);
    }

    static float[] logits(float[][] outputs, float[] biases, float[] hidden) {
        var logits = biases.clone();
        for (int c = 0; c < logits.length; c++) logits[c] += product(outputs[c], hidden);
        return logits;
    }

    /** Four sums at a time: the processor need not wait for one to be finished. */
    static float product(float[] a, float[] b) {
        float first = 0, second = 0, third = 0, fourth = 0;
        for (int j = 0; j < WIDTH; j += 4) {
            first += a[j] * b[j];
            second += a[j + 1] * b[j + 1];
            third += a[j + 2] * b[j + 2];
            fourth += a[j + 3] * b[j + 3];
        }
        return (first + second) + (third + fourth);
    }

    static float[] logSoftmax(float[] logits) {
        var highest = Float.NEGATIVE_INFINITY;
        for (var logit : logits) highest = Math.max(highest, logit);
        var sum = 0.0;
        for (var logit : logits) sum += Math.exp(logit - highest);
        var all = (float) (highest + Math.log(sum));
        for (int c = 0; c < logits.length; c++) logits[c] -= all;
        return logits;
    }
}
