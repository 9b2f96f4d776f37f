package io.tandem.bot;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvaluateCommandTest {

    private static final Path DATA = Path.of("../shared/data");

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final ByteArrayOutputStream complained = new ByteArrayOutputStream();
    private Path train;
    private Path test;

    @BeforeEach
    void writeFiles() throws IOException {
        train = Files.writeString(folder.resolve("train.tsv"), """
                parcel\twhere is my parcel
                parcel\tmy package has not arrived
                parcel\ttrack my shipment
                refund\tI want my money back
                refund\twhen do you refund me
                refund\tthe refund is missing
                password\tforgot my password
                password\tI cannot log in
                password\treset the password please
                """);
        test = Files.writeString(folder.resolve("test.tsv"), """
                parcel\twhere's my package
                refund\tpay my money back
                oos\twill it rain tomorrow
                """);
    }

    @Test
    void itPrintsOneLineAFigureAndWritesEveryPrediction() throws IOException {
        var out = folder.resolve("predicted.tsv");

        assertThat(run("--train", train.toString(), "--test", test.toString(), "--out", out.toString()))
                .isZero();

        assertThat(printed.toString(UTF_8).lines())
                .extracting(line -> line.split(": ")[0])
                .containsExactly(
                        "rows",
                        "training time",
                        "time per message, median",
                        "time per message, p99",
                        "top-1 accuracy in scope",
                        "AUROC in scope / out of scope",
                        "coverage at 95 % precision",
                        "share answered at own decision",
                        "precision at own decision");
        assertThat(figure("top-1 accuracy in scope")).isEqualTo(1);
        assertThat(Files.readAllLines(out))
                .hasSize(3)
                .allMatch(line -> line.matches("(parcel|refund|password)\\t[01]\\.\\d{4}\\t(answer|handover)"));
    }

    @Test
    void theWishForAPersonIsMeasuredToo() throws IOException {
        var wishes = Files.writeString(
                folder.resolve("wishes.tsv"), "handoff\tlet me talk to a human\nother\twhere is my parcel\n");

        assertThat(run("--wants-human", "--test", wishes.toString())).isZero();

        assertThat(figure("F1")).isEqualTo(1);
    }

    @Test
    void wishesThatNobodyHearsAreAPoorResultAndNoError() throws IOException {
        var wishes = Files.writeString(folder.resolve("wishes.tsv"), "handoff\tmumble\nother\twhere is my parcel\n");

        assertThat(run("--wants-human", "--test", wishes.toString())).isZero();

        assertThat(figure("recall")).isZero();
        assertThat(figure("F1")).isZero();
    }

    @Test
    void whatOnlyAPersonCanAnswerIsNotLearntAsATopic() throws IOException {
        Files.writeString(train, Files.readString(train) + "oos\twill it rain tomorrow\n");
        var out = folder.resolve("predicted.tsv");

        assertThat(run("--train", train.toString(), "--test", test.toString(), "--out", out.toString()))
                .isZero();

        assertThat(printed.toString(UTF_8)).contains("rows: 9 to learn, 3 to test");
        assertThat(Files.readAllLines(out)).hasSize(3).noneMatch(line -> line.startsWith("oos"));
    }

    @Test
    void aFileThatCannotBeWrittenIsNoticedBeforeTheBotLearns() {
        var out = folder.resolve("none/predicted.tsv").toString();

        assertThat(run("--train", train.toString(), "--test", test.toString(), "--out", out))
                .isEqualTo(2);
        assertThat(run("--train", train.toString(), "--test", test.toString(), "--out", folder.toString()))
                .isEqualTo(2);
        assertThat(run("--train", train.toString(), "--test", test.toString(), "--out"))
                .isEqualTo(2);

        assertThat(printed.toString(UTF_8)).isEmpty();
        assertThat(complained.toString(UTF_8).lines())
                .startsWith(
                        out + ": there is no such folder",
                        folder + ": it cannot be written: Is a directory",
                        "--out is missing");
    }

    @Test
    void whatCannotBeUsedIsSaidWithItsLine() throws IOException {
        var broken = Files.writeString(folder.resolve("broken.tsv"), "parcel\twhere is it\nno tab in here\n");
        var latin1 = Files.write(folder.resolve("latin1.tsv"), new byte[] {'a', '\t', (byte) 0xE4, '\n'});

        assertThat(run("--train", broken.toString(), "--test", test.toString())).isEqualTo(2);
        assertThat(run("--train", latin1.toString(), "--test", test.toString())).isEqualTo(2);
        assertThat(run(
                        "--train",
                        train.toString(),
                        "--test",
                        folder.resolve("none.tsv").toString()))
                .isEqualTo(2);
        assertThat(run("--test", test.toString())).isEqualTo(2);
        assertThat(run("--train", train.toString(), "--test", test.toString(), "--fast"))
                .isEqualTo(2);
        assertThat(run("--train", train.toString(), "--test", test.toString(), "--language", "klingon"))
                .isEqualTo(2);
        assertThat(run("--wants-human", "--test", test.toString())).isEqualTo(2);

        assertThat(complained.toString(UTF_8))
                .contains("broken.tsv, line 2: expected label<TAB>text, found \"no tab in here\"")
                .contains("not UTF-8")
                .contains("none.tsv: there is no such file")
                .contains("--language is two small letters like de, not klingon")
                .contains("the labels have to be handoff and other, not parcel")
                .contains("--train is missing")
                .contains("There is no option --fast")
                .contains("Usage: evaluate");
    }

    /** Real customers' messages; the figures of all sets are in docs/bot.md. */
    @ParameterizedTest
    @CsvSource({"curekart, 0.843, 0.87", "powerplay11, 0.647, 0.732"})
    void realMessagesAreUnderstoodAboveTheFloor(String set, double accuracy, double auroc) {
        assumeTrue(Files.isDirectory(DATA), "The messages of ../shared/data are not here");

        run(
                "--train",
                DATA.resolve(set + "/train.tsv").toString(),
                "--test",
                DATA.resolve(set + "/dev.tsv").toString());

        assertThat(figure("top-1 accuracy in scope")).isGreaterThan(accuracy);
        assertThat(figure("AUROC in scope / out of scope")).isGreaterThan(auroc);
    }

    private int run(String... arguments) {
        return EvaluateCommand.run(
                List.of(arguments), new PrintStream(printed, true, UTF_8), new PrintStream(complained, true, UTF_8));
    }

    private double figure(String name) {
        var line = Pattern.compile("^" + Pattern.quote(name) + ": ([0-9.]+)", Pattern.MULTILINE)
                .matcher(printed.toString(UTF_8));
        assertThat(line.find()).as(printed.toString(UTF_8)).isTrue();
        return Double.parseDouble(line.group(1));
    }
}
