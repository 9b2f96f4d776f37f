package io.tandem.bot.classifier;

import io.tandem.bot.classifier.LogisticModel.Case;
import io.tandem.bot.classifier.LogisticModel.Prior;
import io.tandem.bot.classifier.Reliability.Point;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * Turns evidence into the probability of being right. One logistic regression puts what is right before what is not, as if
 * half of the messages were out of scope: from them it learns most. A second one gives its odds the level of the share
 * that is expected. With few trials the first stays near what holds on most sets of customers' messages.
 */
final class Calibration {

    /**
     * What holds on most sets, by the order of {@link Evidence#signs()}. The first was fitted to the cross-validations of
     * six public sets of customers' messages, each counting as much; the second to the same sets and one more, of which
     * only one example a topic was known. See docs/bot.md.
     */
    private static final double[] USUAL = {
        -0.79, 0.51, -0.20, 0.19, 0.37, -0.05, 1.74, -0.84, 0.01, -1.07, 0.55, 1.05, -0.05, 0.10, -0.69, 0.02, 0
    };

    private static final double[] UNLEARNT = {
        -1.54, 0.29, 1.12, 0, 0, 0, 1.75, 0.35, 0, 1.03, 0.01, 0, 0, 0, 0.34, 0.14, 0
    };

    private static final double TRUST = 20;
    /** Squares fit a few curated examples well, but not what customers really write: only many trials bring them in. */
    private static final double TRUST_IN_NO_SQUARES = 500;

    private static final Prior SAME_LEVEL = new Prior(new double[] {0, 1}, new double[] {1, TRUST});
    private static final double EVEN = 0.5;
    private static final int PARTS = 5;

    /** @param inScope whether one of the topics was right */
    record Outcome(double[] signs, boolean right, boolean inScope) {}

    private final UnaryOperator<double[]> view;
    private final LogisticModel ranking;
    private final LogisticModel level;
    private final Reliability reliability;

    private Calibration(
            UnaryOperator<double[]> view, LogisticModel ranking, LogisticModel level, Reliability reliability) {
        this.view = view;
        this.ranking = ranking;
        this.level = level;
        this.reliability = reliability;
    }

    /**
     * @param outcomes of the trials; none if nothing could be learnt
     * @param outOfScope the share of messages that is expected to be about something else than the topics
     */
    static Calibration fitted(List<Outcome> outcomes, double outOfScope) {
        var same = new LogisticModel(SAME_LEVEL.means());
        if (outcomes.isEmpty()) {
            return new Calibration(
                    UnaryOperator.identity(), new LogisticModel(UNLEARNT), same, new Reliability(List.of()));
        }
        var signs = new Signs(outcomes.stream().map(Outcome::signs).toList());
        var cases = cases(outcomes, signs, Math.max(EVEN, outOfScope));
        var prior = prior(cases.get(0).signs().length);
        var ranking = LogisticModel.fitted(prior, cases, new LogisticModel(prior.means()));
        var odds = crossValidated(cases, prior, ranking);
        var weight = weight(outcomes, outOfScope);
        var expected = IntStream.range(0, odds.length)
                .mapToObj(i -> new Case(
                        new double[] {1, odds[i]},
                        outcomes.get(i).right(),
                        outcomes.get(i).inScope() ? 1 : weight))
                .toList();
        var level = LogisticModel.fitted(SAME_LEVEL, expected, same);
        var points = expected.stream()
                .map(one -> new Point(level.probability(one.signs()), one.right(), one.weight()))
                .toList();
        return new Calibration(signs::withSquares, ranking, level, new Reliability(points));
    }

    private static List<Case> cases(List<Outcome> outcomes, Signs signs, double outOfScope) {
        var weight = weight(outcomes, outOfScope);
        return outcomes.stream()
                .map(outcome ->
                        new Case(signs.withSquares(outcome.signs()), outcome.right(), outcome.inScope() ? 1 : weight))
                .toList();
    }

    /** How many messages a trial out of scope stands for, so that they have their share. */
    private static double weight(List<Outcome> outcomes, double share) {
        var inScope = outcomes.stream().filter(Outcome::inScope).count();
        var withheld = outcomes.size() - inScope;
        return withheld == 0 ? 1 : share / (1 - share) * inScope / withheld;
    }

    private static Prior prior(int size) {
        var trust = new double[size];
        Arrays.fill(trust, TRUST_IN_NO_SQUARES);
        Arrays.fill(trust, 0, USUAL.length, TRUST);
        return new Prior(Arrays.copyOf(USUAL, size), trust);
    }

    /** Each fifth's odds by what the others teach: what was learnt always looks better on its own trials. */
    private static double[] crossValidated(List<Case> cases, Prior prior, LogisticModel start) {
        var size = cases.size();
        var models = IntStream.range(0, PARTS)
                .parallel()
                .mapToObj(part -> IntStream.range(0, size)
                        .filter(i -> i * (long) PARTS / size != part)
                        .mapToObj(cases::get)
                        .toList())
                .map(others -> LogisticModel.fitted(prior, others, start))
                .toList();
        return IntStream.range(0, size)
                .mapToDouble(i -> models.get((int) (i * (long) PARTS / size))
                        .odds(cases.get(i).signs()))
                .toArray();
    }

    double probability(double[] signs) {
        return level.probability(new double[] {1, ranking.odds(view.apply(signs))});
    }

    Reliability reliability() {
        return reliability;
    }
}
