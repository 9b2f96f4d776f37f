package io.tandem.bot.classifier;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import java.io.IOException;
import java.util.Arrays;

/**
 * A linear support vector machine for all topics at once (K. Crammer, Y. Singer, "On the Algorithmic Implementation of
 * Multiclass Kernel-based Vector Machines", JMLR 2, 2001), trained by LIBLINEAR.
 */
final class LinearModel {

    private static final double COST = 1;
    private static final double PRECISION = 0.5;
    /** The margin of a topic without any example. */
    private static final float NEVER = -2;

    private final int topics;
    private final int[] learnt;
    private final FeatureRows weights;

    static {
        Linear.disableDebugOutput();
    }

    LinearModel(SparseVector[] examples, int[] topicOf, int topics, int dimensions) {
        this.topics = topics;
        var problem = new Problem();
        problem.l = examples.length;
        problem.n = dimensions;
        problem.x = Arrays.stream(examples).map(LinearModel::features).toArray(Feature[][]::new);
        problem.y = Arrays.stream(topicOf).asDoubleStream().toArray();
        var model = Linear.train(problem, new Parameter(SolverType.MCSVM_CS, COST, PRECISION));
        learnt = model.getLabels();
        var coefficients = new float[dimensions * learnt.length];
        for (int i = 0; i < coefficients.length; i++) {
            coefficients[i] = (float) model.getDecfunCoef(i / learnt.length + 1, i % learnt.length);
        }
        weights = new FeatureRows(coefficients, learnt.length);
    }

    LinearModel(NumberReader from) throws IOException {
        topics = from.number();
        learnt = from.integers();
        weights = new FeatureRows(from);
    }

    void write(NumberWriter to) throws IOException {
        to.number(topics);
        to.numbers(learnt);
        weights.write(to);
    }

    private static Feature[] features(SparseVector vector) {
        var features = new Feature[vector.size()];
        for (int i = 0; i < features.length; i++) {
            features[i] = new FeatureNode(vector.indices()[i] + 1, vector.values()[i]);
        }
        return features;
    }

    /** The margin of every topic, about -1 to 1. */
    float[] scores(SparseVector text) {
        var margins = weights.sum(text);
        var scores = new float[topics];
        Arrays.fill(scores, NEVER);
        for (int i = 0; i < margins.length; i++) scores[learnt[i]] = margins[i];
        return scores;
    }
}
