package io.tandem.bot.classifier;

import io.tandem.bot.classifier.Judgement.Guess;
import java.lang.invoke.MethodHandles;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.lucene.index.IndexWriter;

/** Tells the topics of one language's texts apart, and how sure one may be of each. It never changes once it is trained. */
public final class TopicClassifier {

    private static final int MOST_GUESSES = 10;

    private final Examples examples;
    private final Ensemble ensemble;
    private final Certainty certainty;

    private TopicClassifier(Examples examples, Ensemble ensemble, Certainty certainty) {
        this.examples = examples;
        this.ensemble = ensemble;
        this.certainty = certainty;
    }

    /**
     * To be called before a second thread learns: Lucene's classes wait for one another for ever if two threads load them
     * at the same moment, and the program would not start.
     */
    public static void load() {
        try {
            MethodHandles.lookup().ensureInitialized(IndexWriter.class);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Learns, on all cores. The same lessons give the same classifier.
     *
     * @param language ISO 639-1; others than German and English are compared without stems
     */
    public static TopicClassifier train(String language, List<Lesson> lessons, List<SynonymGroup> synonyms) {
        var examples = Examples.of(new Terms(language, synonyms), List.copyOf(lessons));
        return of(examples, Ensemble.of(examples), trials(examples));
    }

    /** The same, by what was learnt of the same lessons before, if that was kept; else it learns, and keeps that. */
    public static TopicClassifier train(
            String language, List<Lesson> lessons, List<SynonymGroup> synonyms, LearntFile kept) {
        var examples = Examples.of(new Terms(language, synonyms), List.copyOf(lessons));
        var before = kept.read();
        var trials = before.map(Learnt::trials).orElseGet(() -> trials(examples));
        var ensemble = Ensemble.of(examples, before.flatMap(Learnt::learners));
        if (before.isEmpty()) kept.write(new Learnt(trials, ensemble.learners()));
        return of(examples, ensemble, trials);
    }

    private static TopicClassifier of(Examples examples, Ensemble ensemble, List<Trial> trials) {
        return new TopicClassifier(examples, ensemble, Certainty.of(trials, examples.size()));
    }

    private static List<Trial> trials(Examples examples) {
        var rounds = Ensemble.canLearn(examples) ? CrossValidation.rounds(examples.size()) : 0;
        return IntStream.range(0, rounds)
                .mapToObj(round -> CrossValidation.round(examples, round))
                .flatMap(List::stream)
                .toList();
    }

    public Judgement judge(String words) {
        if (examples.topics() == 0) return Judgement.NONE;
        var evidence = certainty.evidence(ensemble.judge(examples.read(words), Trial.NONE));
        var confidence = certainty.confidence(evidence);
        var guesses = evidence.likeliest(MOST_GUESSES)
                .mapToObj(topic -> new Guess(examples.topic(topic), confidence * evidence.ratioToBest(topic)))
                .toList();
        var judged = new Judgement(guesses, Math.max(confidence, certainty.either(evidence)));
        return examples.topicWhereItStands(words).map(judged::saidBefore).orElse(judged);
    }

    /** The lowest confidence from which on answers were right that often in cross-validation; more than 1 if none was. */
    public double threshold(double precision) {
        return certainty.threshold(precision);
    }
}
