package io.tandem.bot.classifier;

import io.tandem.bot.classifier.Ensemble.Part;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.stream.IntStream;

/** What speaks for the topic that seems the right one, in numbers. */
final class Evidence {

    private static final double MOST_ODDS = 8;
    private static final double SMALL = 1e-12;
    /** The logarithm of a probability that adds nothing to a sum. */
    private static final double HARDLY = -15;

    private final double[] logProbabilities;
    private final int best;
    private final int second;
    private final double[] signs;

    Evidence(Trial trial, Fusion fusion) {
        logProbabilities = fusion.fused(trial.opinions());
        best = highest(logProbabilities, Trial.NONE);
        second = highest(logProbabilities, best);
        signs = new double[] {
            1,
            // Where there is but one topic, being the best one tells nothing.
            second == Trial.NONE ? 0 : odds(Math.exp(logProbabilities[best])),
            second == Trial.NONE ? 0 : Math.min(MOST_ODDS, logProbabilities[best] - logProbabilities[second]),
            of(trial, Part.LINEAR),
            of(trial, Part.SPELLING),
            of(trial, Part.MEANING),
            of(trial, Part.CLOSEST),
            of(trial, Part.AVERAGE),
            trial.likelihoods()[best],
            trial.known(),
            agreement(trial.opinions()),
            lead(trial, Part.LINEAR),
            lead(trial, Part.SPELLING),
            lead(trial, Part.MEANING),
            lead(trial, Part.CLOSEST),
            lead(trial, Part.PASSAGES),
            doubt(trial)
        };
    }

    private double of(Trial trial, Part part) {
        return trial.opinions()[part.ordinal()][best];
    }

    /** How far the part puts the best topic before the one next to it; less than 0 if it would have it the other way. */
    private double lead(Trial trial, Part part) {
        return second == Trial.NONE ? 0 : of(trial, part) - trial.opinions()[part.ordinal()][second];
    }

    /** The entropy of what the networks believe; 0 if there are none. */
    private static double doubt(Trial trial) {
        var spelt = trial.opinions()[Part.SPELLING.ordinal()];
        var meant = trial.opinions()[Part.MEANING.ordinal()];
        var doubt = 0.0;
        for (int topic = 0; topic < spelt.length; topic++) {
            if (Math.max(spelt[topic], meant[topic]) < HARDLY) continue;
            var belief = (Math.exp(spelt[topic]) + Math.exp(meant[topic])) / 2;
            doubt -= belief * Math.log(belief);
        }
        return doubt;
    }

    private static int highest(double[] values, int but) {
        var highest = Trial.NONE;
        for (int i = 0; i < values.length; i++) {
            if (i != but && (highest == Trial.NONE || values[i] > values[highest])) highest = i;
        }
        return highest;
    }

    private static double odds(double probability) {
        var odds = Math.log((probability + SMALL) / (1 - probability + SMALL));
        return Math.max(-MOST_ODDS, Math.min(MOST_ODDS, odds));
    }

    /** The share of the parts that put the same topic first. */
    private double agreement(float[][] opinions) {
        var agreeing = 0;
        for (var opinion : opinions) if (isHighest(opinion)) agreeing++;
        return agreeing / (double) opinions.length;
    }

    private boolean isHighest(float[] opinion) {
        for (var value : opinion) if (value > opinion[best]) return false;
        return true;
    }

    int best() {
        return best;
    }

    /** Whether the topic is the best one or next to it. */
    boolean isAmongTwo(int topic) {
        return topic != Trial.NONE && (topic == best || topic == second);
    }

    /** The topics' numbers, the likeliest first. There may be very many: they are not sorted but picked. */
    IntStream likeliest(int most) {
        var picked = new PriorityQueue<Integer>(Comparator.comparingDouble(topic -> logProbabilities[topic]));
        for (int topic = 0; topic < logProbabilities.length; topic++) {
            if (picked.size() == most && logProbabilities[topic] <= logProbabilities[picked.element()]) continue;
            if (picked.size() == most) picked.remove();
            picked.add(topic);
        }
        return picked.stream()
                .sorted(Comparator.comparingDouble(topic -> -logProbabilities[topic]))
                .mapToInt(Integer::intValue);
    }

    /** How likely the topic is, as a share of the best one's likelihood. */
    double ratioToBest(int topic) {
        return Math.exp(logProbabilities[topic] - logProbabilities[best]);
    }

    double[] signs() {
        return signs;
    }
}
