package io.tandem.bot.classifier;

import java.io.IOException;

/**
 * Multinomial naive Bayes with TF-IDF weights (J. Rennie et al., "Tackling the Poor Assumptions of Naive Bayes Text
 * Classifiers", ICML 2003). It is no good judge between topics, but a text that fits none of them scores low everywhere.
 */
final class BayesModel {

    private static final float SMOOTHING = 0.05f;

    private final FeatureRows weights;

    BayesModel(SparseVector[] examples, int[] topicOf, int topics, int dimensions) {
        var weights = new float[dimensions * topics];
        var sums = new double[topics];
        for (int i = 0; i < examples.length; i++) {
            for (int k = 0; k < examples[i].size(); k++) {
                weights[examples[i].indices()[k] * topics + topicOf[i]] +=
                        examples[i].values()[k];
                sums[topicOf[i]] += examples[i].values()[k];
            }
        }
        for (int feature = 0; feature < dimensions; feature++)
            takeLogarithms(weights, feature * topics, sums, dimensions);
        this.weights = new FeatureRows(weights, topics);
    }

    BayesModel(NumberReader from) throws IOException {
        weights = new FeatureRows(from);
    }

    void write(NumberWriter to) throws IOException {
        weights.write(to);
    }

    /** Every topic's logarithm of likelihood, as it differs from the mean of them. */
    private static void takeLogarithms(float[] weights, int start, double[] sums, int dimensions) {
        var topics = sums.length;
        var mean = 0.0;
        for (int topic = 0; topic < topics; topic++) {
            var likelihood = (weights[start + topic] + SMOOTHING) / (sums[topic] + SMOOTHING * dimensions);
            weights[start + topic] = (float) Math.log(likelihood);
            mean += weights[start + topic] / topics;
        }
        for (int topic = 0; topic < topics; topic++) weights[start + topic] -= (float) mean;
    }

    float[] scores(SparseVector text) {
        return weights.sum(text);
    }
}
