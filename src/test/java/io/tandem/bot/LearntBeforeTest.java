package io.tandem.bot;

import static org.assertj.core.api.Assertions.assertThat;

import io.tandem.bot.classifier.Judgement;
import io.tandem.bot.classifier.Lesson;
import io.tandem.bot.classifier.SynonymGroup;
import io.tandem.bot.classifier.TopicClassifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bot keeps what it has learnt, and a start with the same articles need not learn it again. */
class LearntBeforeTest {

    private static final List<Lesson> SHOP = List.of(
            lesson(
                    "returns",
                    "How do I return my shoes",
                    "send a dress back",
                    "I want to give it back",
                    "return label"),
            lesson("delivery", "Where is my parcel", "it has not arrived", "when will you deliver", "track my order"),
            lesson("payment", "Can I pay by card", "the invoice is wrong", "you charged me twice", "pay later"),
            lesson("account", "I forgot my password", "delete my account", "cannot log in", "change my e-mail"));
    private static final List<Lesson> SHOP_WITHOUT_ACCOUNTS = SHOP.subList(0, 3);

    @TempDir
    private Path data;

    @Test
    void whatItHasLearntIsKeptAndSaysTheSame() throws IOException {
        var learnt = start(SHOP);
        var file = only();
        Files.setLastModifiedTime(file, FileTime.from(Instant.EPOCH));

        var recalled = start(SHOP);

        assertThat(Files.getLastModifiedTime(file)).isEqualTo(FileTime.from(Instant.EPOCH));
        assertThat(judged(recalled)).isEqualTo(judged(learnt));
        assertThat(recalled.threshold(0.9)).isEqualTo(learnt.threshold(0.9));
    }

    @Test
    void otherLessonsOrSynonymsAreLearntAndTheOldOnesForgotten() throws IOException {
        start(SHOP);
        var whole = only();

        start(SHOP_WITHOUT_ACCOUNTS);
        var smaller = only();
        start(SHOP_WITHOUT_ACCOUNTS, new SynonymGroup(List.of("parcel"), List.of("package")));

        assertThat(smaller).isNotEqualTo(whole);
        assertThat(only()).isNotEqualTo(smaller);
    }

    @Test
    void whatAProcessThatDiedLeftBehindGoes() throws IOException {
        start(SHOP);
        Files.writeString(data.resolve("learnt").resolve(only().getFileName() + "-17.part"), "half of it");

        start(SHOP);

        assertThat(only().getFileName().toString()).doesNotContain("part");
    }

    @Test
    void anotherLanguagesLessonsStay() throws IOException {
        start(SHOP);
        var before = new LearntBefore(data);

        before.forgetOthers("de", before.of("de", SHOP, List.of()));

        assertThat(only().getFileName().toString()).startsWith("en-");
    }

    @Test
    void aDamagedFileCostsTheTimeToLearnAndNothingElse() throws IOException {
        var learnt = judged(start(SHOP));
        var good = Files.readAllBytes(only());

        for (int at : new int[] {0, 2, 9, good.length / 2, good.length - 1}) {
            var bad = good.clone();
            bad[at] ^= 0x7f;
            Files.write(only(), bad);
            assertThat(judged(start(SHOP))).as("byte %s changed", at).isEqualTo(learnt);
            assertThat(Files.readAllBytes(only())).isEqualTo(good);
        }
        for (int length : new int[] {0, 3, 4, good.length - 1}) {
            try (var file = Files.newByteChannel(only(), StandardOpenOption.WRITE)) {
                file.truncate(length);
            }
            assertThat(judged(start(SHOP))).as("cut to %s bytes", length).isEqualTo(learnt);
            assertThat(Files.readAllBytes(only())).isEqualTo(good);
        }
    }

    @Test
    void whereNothingCanBeKeptItLearnsAllTheSame() throws IOException {
        Files.writeString(data.resolve("learnt"), "a file where the folder should be");

        assertThat(judged(start(SHOP)).get(0).guesses().get(0).topic()).isEqualTo("returns");
    }

    private TopicClassifier start(List<Lesson> lessons, SynonymGroup... synonyms) {
        var before = new LearntBefore(data);
        var groups = List.of(synonyms);
        var kept = before.of("en", lessons, groups);
        var classifier = TopicClassifier.train("en", lessons, groups, kept);
        before.forgetOthers("en", kept);
        return classifier;
    }

    private Path only() throws IOException {
        try (var files = Files.list(data.resolve("learnt"))) {
            var all = files.toList();
            assertThat(all).hasSize(1);
            return all.get(0);
        }
    }

    private static List<Judgement> judged(TopicClassifier classifier) {
        return List.of("give my shoes back", "has my parcel arrived", "a card for the invoice", "where do llamas live")
                .stream()
                .map(classifier::judge)
                .toList();
    }

    private static Lesson lesson(String topic, String... examples) {
        var more = IntStream.range(0, 3).mapToObj(i -> examples[i] + " please").toList();
        var all = new ArrayList<>(List.of(examples));
        all.addAll(more);
        return new Lesson(topic, List.of(topic), all, List.of("All about " + topic));
    }
}
