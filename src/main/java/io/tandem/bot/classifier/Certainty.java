package io.tandem.bot.classifier;

import io.tandem.bot.classifier.Calibration.Outcome;
import io.tandem.bot.classifier.Reliability.Point;
import java.util.List;
import java.util.function.BiPredicate;

/** How much the parts' opinions count, and how sure one may be then: all that cross-validation teaches. */
final class Certainty {

    /**
     * The share of messages that we expect to be about something else than our topics: at least one in twelve, more
     * with few examples, which cover less of what customers ask.
     */
    private static final double LEAST_OUT_OF_SCOPE = 0.08;

    private static final double MOST_OUT_OF_SCOPE = 0.3;
    private static final double EXAMPLES_FOR_ALL = 150;

    private final Fusion fusion;
    private final Calibration one;
    private final Calibration two;
    private final Reliability reliability;

    private Certainty(List<Trial> trials, double outOfScope) {
        var inScope = trials.stream().filter(Trial::isInScope).toList();
        fusion = Fusion.fitted(Ensemble.Part.usualWeights(), inScope);
        var withheld = trials.size() - inScope.size();
        var weight = withheld == 0 ? 1 : outOfScope / (1 - outOfScope) * inScope.size() / withheld;
        var outcomes = outcomes(trials, weight, (evidence, topic) -> topic == evidence.best());
        one = Calibration.fitted(outcomes);
        two = Calibration.fitted(outcomes(trials, weight, Evidence::isAmongTwo));
        reliability = new Reliability(outcomes.stream()
                .map(outcome -> new Point(one.probability(outcome.signs()), outcome.right(), outcome.weight()))
                .toList());
    }

    static Certainty of(List<Trial> trials, int examples) {
        var outOfScope = Math.max(LEAST_OUT_OF_SCOPE, Math.min(MOST_OUT_OF_SCOPE, EXAMPLES_FOR_ALL / examples));
        return new Certainty(trials, outOfScope);
    }

    private List<Outcome> outcomes(List<Trial> trials, double outOfScope, BiPredicate<Evidence, Integer> isRight) {
        return trials.stream()
                .map(trial -> {
                    var evidence = evidence(trial);
                    var right = isRight.test(evidence, trial.topic());
                    return new Outcome(evidence.signs(), right, trial.isInScope() ? 1 : outOfScope);
                })
                .toList();
    }

    Evidence evidence(Trial trial) {
        return new Evidence(trial, fusion);
    }

    /** How likely the best topic is the right one, 0 to 1. */
    double confidence(Evidence evidence) {
        return one.probability(evidence.signs());
    }

    /** How likely one of the two best topics is the right one, 0 to 1. */
    double either(Evidence evidence) {
        return two.probability(evidence.signs());
    }

    double threshold(double precision) {
        return reliability.threshold(precision);
    }
}
