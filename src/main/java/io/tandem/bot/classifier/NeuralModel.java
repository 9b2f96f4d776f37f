package io.tandem.bot.classifier;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * A small neural network: a bag of learnt feature vectors, rectified, then softmax (M. Iyyer et al., "Deep Unordered
 * Composition Rivals Syntactic Methods for Text Classification", ACL 2015). Whole features are dropped at random while it
 * learns, so that it relies on no single word. Trained by AdaGrad with one rate a row; the same seed gives the same network.
 */
final class NeuralModel {

    private static final int WIDTH = 100;
    private static final float KEPT = 0.35f;
    private static final float RATE = 0.05f;
    private static final float BIAS_RATE = 0.1f;
    private static final float LEAST_ERROR = 1e-3f;
    private static final float SMALL = 1e-8f;

    private final int topics;
    private final float[] features;
    private final float[][] outputs;
    private final float[] biases;

    NeuralModel(SparseVector[] examples, int[] topicOf, int topics, int dimensions, int epochs, long seed) {
        this.topics = topics;
        features = new float[dimensions * WIDTH];
        outputs = new float[topics][WIDTH];
        biases = new float[topics];
        new Training(dimensions, new SplittableRandom(seed)).run(examples, topicOf, epochs);
    }

    /** The logarithm of every topic's probability. */
    float[] scores(SparseVector text) {
        var hidden = new float[WIDTH];
        for (int k = 0; k < text.size(); k++) add(hidden, text.indices()[k], text.values()[k]);
        rectify(hidden);
        return logSoftmax(logits(hidden));
    }

    private void add(float[] hidden, int feature, float value) {
        var learnt = features;
        var start = feature * WIDTH;
        for (int j = 0; j < WIDTH; j++) hidden[j] += value * learnt[start + j];
    }

    private static void rectify(float[] hidden) {
        for (int j = 0; j < WIDTH; j++) hidden[j] = Math.max(0, hidden[j]);
    }

    private float[] logits(float[] hidden) {
        var logits = biases.clone();
        for (int c = 0; c < logits.length; c++) logits[c] += product(outputs[c], hidden);
        return logits;
    }

    /** Four sums at a time: the processor need not wait for one to be finished. */
    private static float product(float[] a, float[] b) {
        float first = 0, second = 0, third = 0, fourth = 0;
        for (int j = 0; j < WIDTH; j += 4) {
            first += a[j] * b[j];
            second += a[j + 1] * b[j + 1];
            third += a[j + 2] * b[j + 2];
            fourth += a[j + 3] * b[j + 3];
        }
        return (first + second) + (third + fourth);
    }

    private static float[] logSoftmax(float[] logits) {
        var highest = Float.NEGATIVE_INFINITY;
        for (var logit : logits) highest = Math.max(highest, logit);
        var sum = 0.0;
        for (var logit : logits) sum += Math.exp(logit - highest);
        var all = (float) (highest + Math.log(sum));
        for (int c = 0; c < logits.length; c++) logits[c] -= all;
        return logits;
    }

    /** What is only needed while it learns. */
    private final class Training {

        private final SplittableRandom random;
        private final float[] featureSteps;
        private final float[] outputSteps = new float[biases.length];
        private final float[] back = new float[WIDTH];
        private float rate;

        Training(int dimensions, SplittableRandom random) {
            this.random = random;
            featureSteps = new float[dimensions];
            var scale = Math.sqrt(3.0 / WIDTH);
            for (int i = 0; i < features.length; i++) features[i] = (float) ((2 * random.nextFloat() - 1) * scale);
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
            for (int k = 0; k < example.size(); k++) add(hidden, example.indices()[k], example.values()[k]);
            rectify(hidden);
            var errors = logSoftmax(logits(hidden));
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
                subtract(features, feature * WIDTH, back, step);
            }
        }

        private static void subtract(float[] from, int start, float[] back, float step) {
            for (int j = 0; j < WIDTH; j++) from[start + j] -= step * back[j];
        }
    }
}
