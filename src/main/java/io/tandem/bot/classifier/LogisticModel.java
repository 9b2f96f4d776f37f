package io.tandem.bot.classifier;

import java.util.List;

/**
 * Logistic regression with a Gaussian prior on each weight, fitted by Newton's method. A step that would make the fit worse
 * is halved: the result is the best one for any cases.
 */
final class LogisticModel {

    private static final int STEPS = 25;
    private static final int HALVINGS = 20;
    private static final double SMALL_STEP = 1e-6;
    private static final double LEAST_SPREAD = 1e-6;

    /** @param weight how many cases this one stands for */
    record Case(double[] signs, boolean right, double weight) {}

    /** @param trust the inverse of each weight's variance around its mean */
    record Prior(double[] means, double[] trust) {}

    private final double[] weights;

    LogisticModel(double[] weights) {
        this.weights = weights;
    }

    /** @param start from where to go; the nearer to the best weights, the sooner it is done */
    static LogisticModel fitted(Prior prior, List<Case> cases, LogisticModel start) {
        var model = start;
        var loss = model.loss(prior, cases);
        for (int step = 0; step < STEPS; step++) {
            var by = model.direction(prior, cases);
            var next = model.moved(by, 1);
            var nextLoss = next.loss(prior, cases);
            for (int half = 1; half <= HALVINGS && !(nextLoss <= loss); half++) {
                next = model.moved(by, Math.pow(0.5, half));
                nextLoss = next.loss(prior, cases);
            }
            if (!(nextLoss <= loss)) return model;
            model = next;
            if (loss - nextLoss < SMALL_STEP) return model;
            loss = nextLoss;
        }
        return model;
    }

    double odds(double[] signs) {
        var odds = 0.0;
        for (int i = 0; i < weights.length; i++) odds += weights[i] * signs[i];
        return odds;
    }

    double probability(double[] signs) {
        return 1 / (1 + Math.exp(-odds(signs)));
    }

    private LogisticModel moved(double[] by, double far) {
        var moved = weights.clone();
        for (int i = 0; i < moved.length; i++) moved[i] += far * by[i];
        return new LogisticModel(moved);
    }

    private double loss(Prior prior, List<Case> cases) {
        var loss = 0.0;
        for (int i = 0; i < weights.length; i++) {
            var off = weights[i] - prior.means()[i];
            loss += prior.trust()[i] * off * off / 2;
        }
        for (var one : cases) {
            var against = one.right() ? -odds(one.signs()) : odds(one.signs());
            loss += one.weight() * (Math.max(0, against) + Math.log1p(Math.exp(-Math.abs(against))));
        }
        return loss;
    }

    /** Where Newton's method would go. */
    private double[] direction(Prior prior, List<Case> cases) {
        var size = weights.length;
        var curvature = new double[size][size + 1];
        for (var one : cases) {
            var p = probability(one.signs());
            var error = one.weight() * ((one.right() ? 1 : 0) - p);
            var spread = one.weight() * Math.max(LEAST_SPREAD, p * (1 - p));
            for (int i = 0; i < size; i++) {
                curvature[i][size] += error * one.signs()[i];
                for (int j = 0; j <= i; j++) curvature[i][j] += spread * one.signs()[i] * one.signs()[j];
            }
        }
        for (int i = 0; i < size; i++) {
            curvature[i][i] += prior.trust()[i];
            curvature[i][size] += prior.trust()[i] * (prior.means()[i] - weights[i]);
            for (int j = 0; j < i; j++) curvature[j][i] = curvature[i][j];
        }
        return solved(curvature);
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
}
