package io.tandem.bot.classifier;

import java.util.Arrays;
import java.util.List;

/**
 * How much each part's opinion counts: the weights of a conditional logit over the topics (D. McFadden, 1974), fitted to
 * examples that the parts had not learnt. Few examples say little: then the weights stay near those that did well on many
 * sets of customers' messages.
 */
final class Fusion {

    private static final int STEPS = 100;
    private static final double RATE = 0.05;
    private static final double MOMENTUM = 0.9;
    private static final double SPREAD = 0.999;
    private static final double SMALL = 1e-9;
    /** Probabilities so many times smaller, as a logarithm, change no sum. */
    private static final double NEGLIGIBLE = 40;

    /** How many examples the usual weights are worth. */
    private static final double TRUST_IN_USUAL = 50;

    private static final int MOST_EXAMPLES = 1_000;

    private final double[] weights;

    private Fusion(double[] weights) {
        this.weights = weights;
    }

    /** Fits the weights by Adam, in proportion to the usual ones; none falls below 0. */
    static Fusion fitted(double[] usual, List<Trial> trials) {
        if (trials.isEmpty()) return new Fusion(usual);
        var some = trials.subList(0, Math.min(trials.size(), MOST_EXAMPLES));
        var factors = new double[usual.length];
        Arrays.fill(factors, 1);
        var mean = new double[usual.length];
        var square = new double[usual.length];
        for (int step = 1; step <= STEPS; step++) {
            var slope = slope(usual, factors, some);
            for (int k = 0; k < factors.length; k++) {
                var by = (slope[k] + TRUST_IN_USUAL * (factors[k] - 1) / usual.length) / (some.size() + TRUST_IN_USUAL);
                mean[k] = MOMENTUM * mean[k] + (1 - MOMENTUM) * by;
                square[k] = SPREAD * square[k] + (1 - SPREAD) * by * by;
                var first = mean[k] / (1 - Math.pow(MOMENTUM, step));
                var second = Math.sqrt(square[k] / (1 - Math.pow(SPREAD, step)));
                factors[k] = Math.max(0, factors[k] - RATE * first / (second + SMALL));
            }
        }
        return new Fusion(times(usual, factors));
    }

    private static double[] times(double[] usual, double[] factors) {
        var weights = new double[usual.length];
        for (int k = 0; k < weights.length; k++) weights[k] = usual[k] * factors[k];
        return weights;
    }

    private static double[] slope(double[] usual, double[] factors, List<Trial> trials) {
        var fusion = new Fusion(times(usual, factors));
        var slope = new double[usual.length];
        for (var trial : trials) {
            var odds = fusion.fused(trial.opinions());
            for (int topic = 0; topic < odds.length; topic++) {
                var error = Math.exp(odds[topic]) - (topic == trial.topic() ? 1 : 0);
                if (Math.abs(error) < 1e-5) continue;
                for (int k = 0; k < slope.length; k++) slope[k] += error * usual[k] * trial.opinions()[k][topic];
            }
        }
        return slope;
    }

    /** The logarithm of every topic's probability, if one of them is right. */
    double[] fused(float[][] opinions) {
        var fused = new double[opinions[0].length];
        for (int k = 0; k < weights.length; k++) {
            if (weights[k] == 0) continue;
            var opinion = opinions[k];
            for (int topic = 0; topic < fused.length; topic++) fused[topic] += weights[k] * opinion[topic];
        }
        var highest = Double.NEGATIVE_INFINITY;
        for (var value : fused) highest = Math.max(highest, value);
        var sum = 0.0;
        for (var value : fused) if (value > highest - NEGLIGIBLE) sum += Math.exp(value - highest);
        var all = highest + Math.log(sum);
        for (int topic = 0; topic < fused.length; topic++) fused[topic] -= all;
        return fused;
    }
}
