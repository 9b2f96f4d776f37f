package io.tandem.bot.classifier;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Finds out how well the examples can be told apart, from the examples alone: a fifth of them is judged by what was
 * learnt from the others. A fifth of the topics is withheld as well, so that their examples show how something looks that
 * no topic covers.
 */
final class CrossValidation {

    private static final int FOLDS = 5;
    private static final int MANY_EXAMPLES = 8_000;
    private static final int MOST_WITHHELD = 1_000;
    private static final int FEWEST_TOPICS = 4;

    private final Examples examples;
    private final int[] foldOf;
    private final int[] groupOf;

    CrossValidation(Examples examples) {
        this.examples = examples;
        foldOf = new int[examples.size()];
        groupOf = new int[examples.topics()];
    }

    /** How many rounds are worth their time: with many examples, one has trials enough. */
    static int rounds(int examples) {
        return examples > MANY_EXAMPLES ? 1 : FOLDS;
    }

    /** A round's trials; the same round has the same ones. */
    static List<Trial> round(Examples examples, int round) {
        var validation = new CrossValidation(examples);
        validation.divide(new Random(round / FOLDS));
        return validation.trials(round % FOLDS, new Random(round));
    }

    /** Every topic's examples are spread over the folds. */
    private void divide(Random random) {
        var order = new ArrayList<Integer>();
        for (int i = 0; i < foldOf.length; i++) order.add(i);
        Collections.shuffle(order, random);
        var next = new int[groupOf.length];
        for (int topic = 0; topic < next.length; topic++) next[topic] = random.nextInt(FOLDS);
        for (int i : order) foldOf[i] = next[examples.topicOf()[i]]++ % FOLDS;
        var topics = new ArrayList<Integer>();
        for (int topic = 0; topic < groupOf.length; topic++) topics.add(topic);
        Collections.shuffle(topics, random);
        for (int i = 0; i < topics.size(); i++) groupOf[topics.get(i)] = i % FOLDS;
    }

    private List<Trial> trials(int fold, Random random) {
        var ensemble = Ensemble.forTrial(examples.only(i -> foldOf[i] != fold && !isWithheld(i, fold)));
        var withheld = indices(i -> isWithheld(i, fold));
        Collections.shuffle(withheld, random);
        var left = indices(i -> foldOf[i] == fold && !isWithheld(i, fold));
        Collections.shuffle(left, random);
        var trials =
                left.parallelStream().map(i -> ensemble.judge(examples.texts().get(i), examples.topicOf()[i]));
        var others = withheld.stream()
                .limit(MOST_WITHHELD)
                .parallel()
                .map(i -> ensemble.judge(examples.texts().get(i), Trial.NONE));
        var all = new ArrayList<>(Stream.concat(trials, others).toList());
        Collections.shuffle(all, random);
        return all;
    }

    private List<Integer> indices(IntPredicate wanted) {
        return new ArrayList<>(
                IntStream.range(0, foldOf.length).filter(wanted).boxed().toList());
    }

    private boolean isWithheld(int example, int fold) {
        return groupOf.length >= FEWEST_TOPICS && groupOf[examples.topicOf()[example]] == fold;
    }
}
