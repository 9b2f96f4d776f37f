package io.tandem.bot.classifier;

import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The parts of the ensemble that learn. They learn side by side, and the same examples make the same learners. */
final class Learners {

    /** How many times an example is shown to a network, all in all, and each example at least and at most. */
    private static final int SHOWINGS = 100_000;

    private static final int FEWEST_EPOCHS = 7;
    private static final int MOST_EPOCHS = 20;

    private final LinearModel linear;
    private final BayesModel bayes;
    private final List<NeuralModel> bySpelling;
    private final List<NeuralModel> byMeaning;

    /**
     * @param spelt the examples, by spelling; {@code meant} are the same ones by meaning
     * @param networks of each kind. They began at random and forget different things: their mean is better than each,
     *     and costs as much more
     */
    Learners(
            SparseVector[] spelt,
            int spellings,
            SparseVector[] meant,
            int meanings,
            int[] topicOf,
            int topics,
            int networks) {
        var epochs = Math.max(FEWEST_EPOCHS, Math.min(MOST_EPOCHS, SHOWINGS / spelt.length));
        Supplier<Object> linearly = () -> new LinearModel(spelt, topicOf, topics, spellings);
        var spellers = IntStream.range(0, networks)
                .<Supplier<Object>>mapToObj(
                        seed -> () -> new NeuralModel(spelt, topicOf, topics, spellings, epochs, seed))
                .toList();
        var thinkers = IntStream.range(0, networks)
                .<Supplier<Object>>mapToObj(
                        seed -> () -> new NeuralModel(meant, topicOf, topics, meanings, epochs, seed))
                .toList();
        var all = Stream.of(List.of(linearly), spellers, thinkers)
                .flatMap(List::stream)
                .parallel()
                .map(Supplier::get)
                .toList();
        linear = (LinearModel) all.get(0);
        bySpelling = networks(all.subList(1, 1 + networks));
        byMeaning = networks(all.subList(1 + networks, all.size()));
        bayes = new BayesModel(spelt, topicOf, topics, spellings);
    }

    Learners(NumberReader from) throws IOException {
        linear = new LinearModel(from);
        bayes = new BayesModel(from);
        bySpelling = readNetworks(from);
        byMeaning = readNetworks(from);
    }

    private static List<NeuralModel> readNetworks(NumberReader from) throws IOException {
        var networks = new NeuralModel[from.number()];
        for (int i = 0; i < networks.length; i++) networks[i] = new NeuralModel(from);
        return List.of(networks);
    }

    void write(NumberWriter to) throws IOException {
        linear.write(to);
        bayes.write(to);
        for (var kind : List.of(bySpelling, byMeaning)) {
            to.number(kind.size());
            for (var network : kind) network.write(to);
        }
    }

    private static List<NeuralModel> networks(List<Object> learnt) {
        return learnt.stream().map(NeuralModel.class::cast).toList();
    }

    float[] linear(SparseVector spelt) {
        return linear.scores(spelt);
    }

    float[] bySpelling(SparseVector spelt) {
        return mean(bySpelling, spelt);
    }

    float[] byMeaning(SparseVector meant) {
        return mean(byMeaning, meant);
    }

    float[] likelihoods(SparseVector spelt) {
        return bayes.scores(spelt);
    }

    private static float[] mean(List<NeuralModel> networks, SparseVector text) {
        var mean = new float[0];
        for (var network : networks) {
            var scores = network.scores(text);
            if (mean.length == 0) mean = new float[scores.length];
            for (int topic = 0; topic < scores.length; topic++) mean[topic] += scores[topic] / networks.size();
        }
        return mean;
    }
}
