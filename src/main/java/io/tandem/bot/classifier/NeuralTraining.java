package io.tandem.bot.classifier;

import static io.tandem.bot.classifier.NeuralModel.WIDTH;
import static io.tandem.bot.classifier.NeuralModel.logSoftmax;
import static io.tandem.bot.classifier.NeuralModel.logits;
import static io.tandem.bot.classifier.NeuralModel.product;
import static io.tandem.bot.classifier.NeuralModel.rectify;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Teaches a network. Whole features are dropped at random meanwhile, so that it relies on no single word. AdaGrad with one
 * rate a row; the same seed gives the same network.
 */
final class NeuralTraining {

    private static final float KEPT = 0.35f;
    private static final float RATE = 0.05f;
    private static final float BIAS_RATE = 0.1f;
    private static final float LEAST_ERROR = 1e-3f;
    private static final float SMALL = 1e-8f;

    private final SplittableRandom random;
    private final float[] rows;
    private final float[][] outputs;
    private final float[] biases;
    private final float[] featureSteps;
    private final float[] outputSteps;
    private final float[] back = new float[WIDTH];
    private float rate;

    NeuralTraining(int topics, int dimensions, long seed) {
        random = new SplittableRandom(seed);
        outputs = new float[topics][WIDTH];
        biases = new float[topics];
        outputSteps = new float[topics];
        rows = new float[dimensions * WIDTH];
        featureSteps = new float[dimensions];
        var scale = Math.sqrt(3.0 / WIDTH);
        for (int i = 0; i < rows.length; i++) rows[i] = (float) ((2 * random.nextFloat() - 1) * scale);
    }

    void run(SparseVector[] examples, int[] topicOf, int epochs) {
        var order = new int[examples.length];
        Arrays.setAll(order, i -> i);
        for (int epoch = 0; epoch < epochs; epoch++) {
            rate = RATE * (1 - epoch / (float) epochs);
            shuffle(order);
            for (int i : order) learn(thinned(examples[i]), topicOf[i]);
        }
    }

    /** Of each feature, one after another. */
    float[] rows() {
        return rows;
    }

    /** A row of each topic. */
    float[][] outputs() {
        return outputs;
    }

    float[] biases() {
        return biases;
    }

    private void shuffle(int[] order) {
        for (int i = order.length - 1; i > 0; i--) {
            var j = random.nextInt(i + 1);
            var other = order[i];
            order[i] = order[j];
            order[j] = other;
        }
    }

    private SparseVector thinned(SparseVector example) {
        var indices = new int[example.size()];
        var values = new float[example.size()];
        var size = 0;
        for (int k = 0; k < values.length; k++) {
            if (random.nextFloat() >= KEPT) continue;
            indices[size] = example.indices()[k];
            values[size++] = example.values()[k] / KEPT;
        }
        return new SparseVector(Arrays.copyOf(indices, size), Arrays.copyOf(values, size));
    }

    private void learn(SparseVector example, int topic) {
        var hidden = new float[WIDTH];
        for (int k = 0; k < example.size(); k++) {
            add(hidden, 0, rows, example.indices()[k] * WIDTH, example.values()[k]);
        }
        rectify(hidden);
        var errors = logSoftmax(logits(outputs, biases, hidden));
        for (int c = 0; c < errors.length; c++) errors[c] = (float) Math.exp(errors[c]);
        errors[topic] -= 1;
        correctOutputs(errors, hidden);
        for (int j = 0; j < WIDTH; j++) if (hidden[j] <= 0) back[j] = 0;
        correctFeatures(example);
    }

    private void correctOutputs(float[] errors, float[] hidden) {
        Arrays.fill(back, 0);
        var strength = product(hidden, hidden) / WIDTH;
        for (int c = 0; c < errors.length; c++) {
            var error = errors[c];
            if (Math.abs(error) < LEAST_ERROR) continue;
            outputSteps[c] += error * error * strength;
            var step = rate * error / (float) Math.sqrt(outputSteps[c] + SMALL);
            correct(outputs[c], hidden, back, error, step);
            biases[c] -= BIAS_RATE * step;
        }
    }

    private static void correct(float[] output, float[] hidden, float[] back, float error, float step) {
        for (int j = 0; j < WIDTH; j++) back[j] += error * output[j];
        for (int j = 0; j < WIDTH; j++) output[j] -= step * hidden[j];
    }

    private void correctFeatures(SparseVector example) {
        var strength = product(back, back) / WIDTH;
        if (strength == 0) return;
        for (int k = 0; k < example.size(); k++) {
            var value = example.values()[k];
            var feature = example.indices()[k];
            featureSteps[feature] += strength * value * value;
            var step = rate * value / (float) Math.sqrt(featureSteps[feature] + SMALL);
            add(rows, feature * WIDTH, back, 0, -step);
        }
    }

    private static void add(float[] to, int start, float[] row, int rowStart, float factor) {
        for (int j = 0; j < WIDTH; j++) to[start + j] += factor * row[rowStart + j];
    }
}
