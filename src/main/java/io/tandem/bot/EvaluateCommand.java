package io.tandem.bot;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.tandem.bot.Predictions.Prediction;
import io.tandem.bot.classifier.Judgement;
import io.tandem.bot.classifier.Lesson;
import io.tandem.bot.classifier.SynonymGroup;
import io.tandem.bot.classifier.TopicClassifier;
import io.tandem.content.BrokenFile;
import io.tandem.content.Languages;
import io.tandem.content.ProcessFolder;
import io.tandem.content.SpokenLanguage;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * {@code java -jar tandem.jar evaluate}: measures the bot on labelled messages, without a server or a database. It learns
 * from the one file as it learns from articles, and is asked the messages of the other one.
 */
public final class EvaluateCommand {

    public static final String NAME = "evaluate";

    private static final String USAGE = """
            Usage: evaluate --train TRAIN.tsv --test TEST.tsv [--out PREDICTED.tsv] [--language de|en|...]
                   evaluate --wants-human --test TEST.tsv
            Each line of the files: label<TAB>text, UTF-8. In the test, oos marks what only a person can answer;
            with --wants-human its labels are handoff and other. Without --language, the texts tell it.""";
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2}");
    private static final double PRECISION = 0.95;
    private static final List<String> LANGUAGES = List.of("de", "en");
    private static final int TEXTS_THAT_TELL = 500;
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}]+");
    private static final double NANOS_PER_MILLI = 1e6;

    private final PrintStream out;
    private final ProcessFolder folder = ProcessFolder.at(processes());

    private EvaluateCommand(PrintStream out) {
        this.out = out;
    }

    private static Path processes() {
        return Path.of(System.getenv().getOrDefault("TANDEM_PROCESSES", "processes"));
    }

    /** @return the exit code: 0 if it was measured, 2 if the arguments or files cannot be used, with a line that says why */
    public static int run(List<String> arguments, PrintStream out, PrintStream errors) {
        try {
            new EvaluateCommand(out).evaluate(CommandLine.of(arguments));
            return 0;
        } catch (BrokenFile e) {
            errors.println(e.getMessage());
            return 2;
        } catch (IllegalArgumentException e) {
            errors.println(e.getMessage());
            errors.println(USAGE);
            return 2;
        }
    }

    private void evaluate(CommandLine options) {
        options.mustOnlyHave("train", "test", "out", "language", "wants-human");
        var test = LabelledText.read(Path.of(options.value("test")));
        if (options.has("wants-human")) {
            measureWish(test);
        } else {
            measureTopics(toLearn(Path.of(options.value("train"))), test, options);
        }
    }

    /** What only a person can answer is no topic to be learnt. */
    private static List<LabelledText> toLearn(Path file) {
        var rows =
                LabelledText.read(file).stream().filter(LabelledText::isInScope).toList();
        if (rows.isEmpty()) throw new BrokenFile(file.toString(), "all lines are oos, there is nothing to learn");
        return rows;
    }

    private void measureTopics(List<LabelledText> train, List<LabelledText> test, CommandLine options) {
        var predicted = options.has("out")
                ? Optional.of(PredictedFile.at(Path.of(options.value("out"))))
                : Optional.<PredictedFile>empty();
        var language = options.has("language") ? language(options.value("language")) : languageOf(train);
        print("rows", "%d to learn, %d to test (%s)", train.size(), test.size(), language);
        var start = System.nanoTime();
        var classifier = TopicClassifier.train(language, lessons(train), synonyms(language));
        print("training time", "%.1f s", (System.nanoTime() - start) / NANOS_PER_MILLI / 1000);
        var threshold = classifier.threshold(PRECISION);
        var predictions = new Predictions(
                test.stream().map(row -> predicted(row, classifier, threshold)).toList());
        print("time per message, median", "%.2f ms", predictions.millis(0.5));
        print("time per message, p99", "%.2f ms", predictions.millis(0.99));
        print("top-1 accuracy in scope", "%.4f", predictions.accuracy());
        print("AUROC in scope / out of scope", "%.4f", predictions.auroc());
        print("coverage at 95 % precision", "%.4f", predictions.coverageAt(PRECISION));
        print("share answered at own decision", "%.4f", predictions.answered());
        print("precision at own decision", "%.4f", predictions.precision());
        predicted.ifPresent(file -> file.write(predictions));
    }

    private static Prediction predicted(LabelledText row, TopicClassifier classifier, double threshold) {
        var start = System.nanoTime();
        var judged = classifier.judge(row.text());
        var millis = (System.nanoTime() - start) / NANOS_PER_MILLI;
        var best = judged.guesses().stream().findFirst().orElse(new Judgement.Guess(LabelledText.OUT_OF_SCOPE, 0));
        return new Prediction(row, best.topic(), best.confidence(), best.confidence() >= threshold, millis);
    }

    private static List<Lesson> lessons(List<LabelledText> rows) {
        var examples = rows.stream()
                .collect(groupingBy(LabelledText::label, TreeMap::new, mapping(LabelledText::text, toList())));
        return examples.entrySet().stream()
                .map(topic -> new Lesson(
                        topic.getKey(), titles(topic.getKey(), topic.getValue()), topic.getValue(), List.of()))
                .toList();
    }

    /** A label that is made of words is a title: {@code card_not_working}; a mere number is none. */
    private static List<String> titles(String label, List<String> examples) {
        var words = NO_WORD.matcher(label).replaceAll(" ").strip().toLowerCase(Locale.ROOT);
        return words.isEmpty() || examples.contains(label) ? List.of() : List.of(words);
    }

    private static String language(String code) {
        if (!LANGUAGE.matcher(code).matches())
            throw new IllegalArgumentException("--language is two small letters like de, not " + code);
        return code;
    }

    private String languageOf(List<LabelledText> rows) {
        var spoken = new SpokenLanguage(new Languages(LANGUAGES));
        return rows.stream()
                .limit(TEXTS_THAT_TELL)
                .map(row -> spoken.of(row.text(), "en"))
                .collect(groupingBy(Function.identity(), TreeMap::new, counting()))
                .entrySet()
                .stream()
                .max(Map.Entry.comparingByValue())
                .orElseThrow()
                .getKey();
    }

    private List<SynonymGroup> synonyms(String language) {
        return new Synonyms(folder, event -> {}).in(language);
    }

    private void measureWish(List<LabelledText> test) {
        var heard = HeardWishes.in(test, new Signals(folder, new Languages(LANGUAGES))::wantsHuman);
        print("rows", "%d", test.size());
        print("precision", "%.4f", heard.precision());
        print("recall", "%.4f", heard.recall());
        print("F1", "%.4f", heard.f1());
    }

    private void print(String name, String figure, Object... values) {
        out.println(name + ": " + String.format(Locale.ROOT, figure, values));
    }
}
