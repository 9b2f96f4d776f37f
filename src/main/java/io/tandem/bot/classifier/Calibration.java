package io.tandem.bot.classifier;

import java.util.List;

/**
 * Turns evidence into the probability of being right, by logistic regression with a Gaussian prior: with few trials it
 * stays near what holds on most sets of customers' messages.
 */
final class Calibration {

    /**
     * What holds on most sets, by the order of {@link Evidence#signs()}. The first was fitted to the cross-validations of
     * six public sets of customers' messages, each counting as much; the second to the same sets and one more, of which
     * only one example a topic was known. See docs/bot.md.
     */
    private static final double[] USUAL = {
        -0.79, 0.51, -0.20, 0.19, 0.37, -0.05, 1.74, -0.84, 0.01, -1.07, 0.55, 1.05, -0.05, 0.10, -0.69, 0.02
    };

    private static final double[] UNLEARNT = {-1.54, 0.29, 1.12, 0, 0, 0, 1.75, 0.35, 0, 1.03, 0.01, 0, 0, 0, 0.34, 0.14
    };

    /** The inverse of the prior's variance. */
    private static final double TRUST = 20;

    private static final int STEPS = 25;
    private static final double SMALL_STEP = 1e-6;

    /** @param weight how many trials this one stands for */
    record Outcome(double[] signs, boolean right, double weight) {}

    private final double[] weights;

    private Calibration(double[] weights) {
        this.weights = weights.clone();
    }

    /** @param outcomes of the trials; none if nothing could be learnt */
    static Calibration fitted(List<Outcome> outcomes) {
        if (outcomes.isEmpty()) return new Calibration(UNLEARNT);
        var calibration = new Calibration(USUAL);
        for (int step = 0; step < STEPS; step++) {
            if (calibration.improve(outcomes) < SMALL_STEP) break;
        }
        return calibration;
    }

    /** One step of Newton's method; returns how far it went. */
    private double improve(List<Outcome> outcomes) {
        var size = weights.length;
        var curvature = new double[size][size + 1];
        for (int i = 0; i < size; i++) {
            curvature[i][i] = TRUST;
            curvature[i][size] = TRUST * (USUAL[i] - weights[i]);
        }
        for (var outcome : outcomes) {
            var p = probability(outcome.signs());
            var error = outcome.weight() * ((outcome.right() ? 1 : 0) - p);
            var spread = outcome.weight() * Math.max(1e-6, p * (1 - p));
            for (int i = 0; i < size; i++) {
                curvature[i][size] += error * outcome.signs()[i];
                for (int j = 0; j < size; j++) curvature[i][j] += spread * outcome.signs()[i] * outcome.signs()[j];
            }
        }
        var by = solved(curvature);
        var far = 0.0;
        for (int i = 0; i < size; i++) {
            weights[i] += by[i];
            far = Math.max(far, Math.abs(by[i]));
        }
        return far;
    }

    /** Gauss-Jordan elimination; the matrix is positive definite, so that no row has to be exchanged. */
    private static double[] solved(double[][] rows) {
        var size = rows.length;
        for (int k = 0; k < size; k++) {
            for (int i = 0; i < size; i++) {
                if (i == k) continue;
                var factor = rows[i][k] / rows[k][k];
                for (int j = k; j <= size; j++) rows[i][j] -= factor * rows[k][j];
            }
        }
        var solution = new double[size];
        for (int k = 0; k < size; k++) solution[k] = rows[k][size] / rows[k][k];
        return solution;
    }

    double probability(double[] signs) {
        var odds = 0.0;
        for (int i = 0; i < weights.length; i++) odds += weights[i] * signs[i];
        return 1 / (1 + Math.exp(-odds));
    }
}
