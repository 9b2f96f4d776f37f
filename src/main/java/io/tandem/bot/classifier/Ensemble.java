package io.tandem.bot.classifier;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;

/**
 * The parts that each have an opinion on what a text is about. With thousands of topics, or hardly an example of each,
 * nothing can be learnt, and only what is alike counts.
 */
final class Ensemble {

    /** Where each part's opinion stands, and how much it counts on most sets of customers' messages. */
    enum Part {
        LINEAR(2),
        SPELLING(0.5),
        MEANING(0.3),
        CLOSEST(3),
        AVERAGE(1),
        PASSAGES(0.2);

        private final double usualWeight;

        Part(double usualWeight) {
            this.usualWeight = usualWeight;
        }

        static double[] usualWeights() {
            return Arrays.stream(values()).mapToDouble(part -> part.usualWeight).toArray();
        }
    }

    private static final int MOST_LEARNT_TOPICS = 1_000;
    private static final double FEWEST_EXAMPLES_EACH = 2;

    /** For a trial, half the networks or fewer will do; what is asked every day is worth more of them. */
    private static final int NETWORKS = 4;

    private static final int NETWORKS_IN_TRIAL = 2;
    private static final int FEW_EXAMPLES = 2_000;
    private static final int MANY_EXAMPLES = 8_000;

    private final int topics;
    private final Vectorizer spelling;
    private final Vectorizer meaning;
    private final NearestExamples nearest;
    private final Passages passages;
    private final Optional<Learners> learners;

    private Ensemble(Examples examples, Optional<Learners> known, int networks) {
        topics = examples.topics();
        spelling = new Vectorizer(examples.spelling(), examples.readings(Text::spelling));
        meaning = new Vectorizer(examples.meaning(), examples.readings(Text::meaning));
        var spelt = vectors(examples, text -> spelling.vector(text.spelling()));
        nearest = new NearestExamples(spelt, examples.topicOf(), topics, spelling.dimensions());
        passages = new Passages(examples.terms(), examples.lessons());
        learners = known.isPresent() || !canLearn(examples) ? known : Optional.of(learners(examples, spelt, networks));
    }

    static Ensemble of(Examples examples) {
        return of(examples, Optional.empty());
    }

    /** @param known the learners that have learnt these very examples before, if there are any */
    static Ensemble of(Examples examples, Optional<Learners> known) {
        return new Ensemble(examples, known, examples.size() > MANY_EXAMPLES ? NETWORKS / 2 : NETWORKS);
    }

    static Ensemble forTrial(Examples examples) {
        var between = examples.size() > FEW_EXAMPLES && examples.size() <= MANY_EXAMPLES;
        return new Ensemble(examples, Optional.empty(), between ? NETWORKS_IN_TRIAL : 1);
    }

    static boolean canLearn(Examples examples) {
        return examples.topics() > 1
                && examples.topics() <= MOST_LEARNT_TOPICS
                && examples.size() >= FEWEST_EXAMPLES_EACH * examples.topics();
    }

    private Learners learners(Examples examples, SparseVector[] spelt, int networks) {
        var meant = vectors(examples, text -> meaning.vector(text.meaning()));
        return new Learners(
                spelt, spelling.dimensions(), meant, meaning.dimensions(), examples.topicOf(), topics, networks);
    }

    private static SparseVector[] vectors(Examples examples, Function<Text, SparseVector> view) {
        return examples.texts().stream().map(view).toArray(SparseVector[]::new);
    }

    Optional<Learners> learners() {
        return learners;
    }

    /** @param topic the right one's number, if that is known, else {@link Trial#NONE} */
    Trial judge(Text text, int topic) {
        var spelt = spelling.vector(text.spelling());
        var likeness = nearest.likeness(spelt);
        var opinions = new float[Part.values().length][topics];
        opinions[Part.CLOSEST.ordinal()] = likeness.closest();
        opinions[Part.AVERAGE.ordinal()] = likeness.average();
        opinions[Part.PASSAGES.ordinal()] = passages.scores(text.words());
        var likelihoods = new float[topics];
        if (learners.isPresent()) {
            var learnt = learners.get();
            opinions[Part.LINEAR.ordinal()] = learnt.linear(spelt);
            opinions[Part.SPELLING.ordinal()] = learnt.bySpelling(spelt);
            opinions[Part.MEANING.ordinal()] = learnt.byMeaning(meaning.vector(text.meaning()));
            likelihoods = learnt.likelihoods(spelt);
        }
        return new Trial(opinions, likelihoods, spelling.known(spelt), topic);
    }
}
