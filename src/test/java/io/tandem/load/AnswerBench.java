package io.tandem.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

/** How soon the bot's answer is on the customer's page, at several rates. */
final class AnswerBench {

    private static final List<Integer> RATES = List.of(5, 20, 50);
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 5);
    private static final Duration ROUND = Duration.ofSeconds(Integer.getInteger("bench.seconds", 10));
    /** What the JVM needs until it has compiled what is asked of it. */
    private static final Duration WARM_UP = Duration.ofSeconds(Integer.getInteger("bench.warm-up", 40));

    private final Node node;
    private final BenchReport report;

    AnswerBench(Node node, BenchReport report) {
        this.node = node;
        this.report = report;
    }

    void measure() throws Exception {
        var answers = new FirstAnswers(node.port());
        answers.ask(RATES.get(1), WARM_UP);
        var found = new TreeMap<Integer, List<FirstAnswers.Answered>>();
        for (int round = 0; round < ROUNDS; round++) {
            for (var rate : RATES) {
                found.computeIfAbsent(rate, r -> new ArrayList<>()).add(answers.ask(rate, ROUND));
            }
        }
        var rows = new ArrayList<List<Object>>();
        found.forEach((rate, all) -> rows.add(row(rate, all)));
        report.table(
                "First answer, from when a message was due to the event on the page",
                List.of("messages/s", "messages", "failed", "p50, ms", "p99, ms", "p99 from", "to", "longest, ms"),
                rows);
    }

    /** Medians of the rounds; the longest of all. */
    private static List<Object> row(int rate, List<FirstAnswers.Answered> all) {
        var p99 = sorted(all, 99);
        return List.of(
                rate,
                all.stream().mapToInt(FirstAnswers.Answered::asked).sum(),
                all.stream().mapToInt(FirstAnswers.Answered::failed).sum(),
                median(sorted(all, 50)),
                median(p99),
                p99.get(0),
                p99.get(p99.size() - 1),
                String.format(Locale.ROOT, "%.0f", sorted(all, 100).get(all.size() - 1)));
    }

    private static List<Double> sorted(List<FirstAnswers.Answered> all, double percentile) {
        return all.stream().map(one -> one.millisAt(percentile)).sorted().toList();
    }

    private static double median(List<Double> sorted) {
        return sorted.get(sorted.size() / 2);
    }
}
