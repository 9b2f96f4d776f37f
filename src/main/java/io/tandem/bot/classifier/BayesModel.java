package io.tandem.bot.classifier;

import java.io.IOException;

/**
 * Multinomial naive Bayes with TF-IDF weights (J. Rennie et al., "Tackling the Poor Assumptions of Naive Bayes Text
 * Classifiers", ICML 2003). It is no good judge between topics, but a text that fits none of them scores low everywhere.
 */
final class BayesModel {

    private static final float SMOOTHING = 0.05f;

    private final int topics;
    private final float[] weights;

    BayesModel(SparseVector[] examples, int[] topicOf, int topics, int dimensions) {
        this.topics = topics;
        weights = new float[dimensions * topics];
        var sums = new double[topics];
        for (int i = 0; i < examples.length; i++) {
            for (int k = 0; k < examples[i].size(); k++) {
                weights[examples[i].indices()[k] * topics + topicOf[i]] +=
                        examples[i].values()[k];
                sums[topicOf[i]] += examples[i].values()[k];
            }
        }
        for (int feature = 0; feature < dimensions; feature++) takeLogarithms(feature * topics, sums, dimensions);
    }

    BayesModel(NumberReader from) throws IOException {
        topics = from.number();
        weights = from.numbers();
    }

    void write(NumberWriter to) throws IOException {
        to.number(topics);
        to.numbers(weights);
    }

    /** Every topic's logarithm of likelihood, as it differs from the mean of them. */
    private void takeLogarithms(int start, double[] sums, int dimensions) {
        var mean = 0.0;
        for (int topic = 0; topic < topics; topic++) {
            var likelihood = (weights[start + topic] + SMOOTHING) / (sums[topic] + SMOOTHING * dimensions);
            weights[start + topic] = (float) Math.log(likelihood);
            mean += weights[start + topic] / topics;
        }
        for (int topic = 0; topic < topics; topic++) weights[start + topic] -= (float) mean;
    }

    float[] scores(SparseVector text) {
        var scores = new float[topics];
        for (int k = 0; k < text.size(); k++) {
            var start = text.indices()[k] * topics;
            var value = text.values()[k];
            for (int topic = 0; topic < topics; topic++) scores[topic] += value * weights[start + topic];
        }
        return scores;
    }
}
