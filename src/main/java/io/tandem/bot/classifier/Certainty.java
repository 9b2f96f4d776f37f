package io.tandem.bot.classifier;

import io.tandem.bot.classifier.Calibration.Outcome;
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

    private Certainty(List<Trial> trials, double outOfScope) {
        fusion = Fusion.fitted(
                Ensemble.Part.usualWeights(),
                trials.stream().filter(Trial::isInScope).toList());
        one = Calibration.fitted(outcomes(trials, (evidence, topic) -> topic == evidence.best()), outOfScope);
        two = Calibration.fitted(outcomes(trials, Evidence::isAmongTwo), outOfScope);
    }

    static Certainty of(List<Trial> trials, int examples) {
        var outOfScope = Math.max(LEAST_OUT_OF_SCOPE, Math.min(MOST_OUT_OF_SCOPE, EXAMPLES_FOR_ALL / examples));
        return new Certainty(trials, outOfScope);
    }

    private List<Outcome> outcomes(List<Trial> trials, BiPredicate<Evidence, Integer> isRight) {
        return trials.stream()
                .map(trial -> {
                    var evidence = evidence(trial);
                    return new Outcome(evidence.signs(), isRight.test(evidence, trial.topic()), trial.isInScope());
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
        return one.reliability().threshold(precision);
    }
}
