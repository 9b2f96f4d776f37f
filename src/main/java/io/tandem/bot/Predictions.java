package io.tandem.bot;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/** What the bot made of a test, in the figures of information retrieval. */
record Predictions(List<Prediction> all) {

    /** @param millis how long it took */
    record Prediction(LabelledText test, String label, double confidence, boolean answered, double millis) {

        boolean isRight() {
            return test.label().equals(label);
        }
    }

    /** The share of the messages in scope whose topic came first. */
    double accuracy() {
        return share(prediction -> prediction.test().isInScope(), Prediction::isRight);
    }

    /** The share of all messages that the bot would answer. */
    double answered() {
        return share(any -> true, Prediction::answered);
    }

    /** The share of the answers that are right; an answer to what only a person can answer is wrong. */
    double precision() {
        return share(Prediction::answered, Prediction::isRight);
    }

    private double share(Predicate<Prediction> of, Predicate<Prediction> with) {
        var some = all.stream().filter(of).toList();
        return some.isEmpty() ? Double.NaN : some.stream().filter(with).count() / (double) some.size();
    }

    /** The share of all messages that the surest answers can cover before fewer than so many of them are right. */
    double coverageAt(double precision) {
        var surest = all.stream()
                .sorted(Comparator.comparingDouble(Prediction::confidence).reversed())
                .toList();
        var right = 0;
        var covered = 0;
        for (int i = 0; i < surest.size(); i++) {
            if (surest.get(i).isRight()) right++;
            var last = i + 1 == surest.size()
                    || surest.get(i + 1).confidence() < surest.get(i).confidence();
            if (last && right >= precision * (i + 1)) covered = i + 1;
        }
        return covered / (double) surest.size();
    }

    /**
     * How often a message in scope gets more confidence than one out of scope: the area under the ROC curve, by the ranks
     * (Mann and Whitney, 1947); not a number if the test has only one kind.
     */
    double auroc() {
        var sorted = all.stream()
                .sorted(Comparator.comparingDouble(Prediction::confidence))
                .toList();
        var inScope = sorted.stream()
                .filter(prediction -> prediction.test().isInScope())
                .count();
        var ranks = 0.0;
        for (int start = 0; start < sorted.size(); ) {
            var end = start;
            var tied = 0;
            while (end < sorted.size()
                    && sorted.get(end).confidence() == sorted.get(start).confidence()) {
                if (sorted.get(end++).test().isInScope()) tied++;
            }
            ranks += tied * (start + 1 + end) / 2.0;
            start = end;
        }
        var pairs = (double) inScope * (sorted.size() - inScope);
        return pairs == 0 ? Double.NaN : (ranks - inScope * (inScope + 1) / 2.0) / pairs;
    }

    /** @param share from 0 to 1: half of the messages, or 99 of 100, took at most so many milliseconds */
    double millis(double share) {
        var times = all.stream().mapToDouble(Prediction::millis).toArray();
        Arrays.sort(times);
        return times[Math.max(0, (int) Math.ceil(share * times.length) - 1)];
    }
}
