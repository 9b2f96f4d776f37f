package io.tandem.bot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tandem.content.ProcessFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassifiersTest {

    private final Classifiers shop = TestKnowledge.classifiers();

    @Test
    void everyExampleQuestionFindsItsArticle() {
        var all = TestKnowledge.articles().all();
        var questions =
                all.stream().mapToLong(article -> article.questions().size()).sum();

        var found = all.stream()
                .flatMap(article -> article.questions().stream()
                        .filter(question -> best(article.language(), question).equals(article.id())))
                .count();

        assertThat(found).isGreaterThan(questions * 98 / 100);
    }

    @Test
    void typingErrorsMissingUmlautsAndPartsOfCompoundsAreForgiven() {
        assertThat(best("de", "Ruecksendeettiket felt")).isEqualTo("return-label");
        assertThat(best("de", "wi lang dauert di liferung")).isEqualTo("delivery-time");
        assertThat(best("de", "Wie hoch ist die Gebühr für die Mahnung")).isEqualTo("dunning-fees");
        assertThat(best("en", "forgoten my pasword")).isEqualTo("password-reset");
    }

    @Test
    void nobodyIsSureOfWordsThatNoArticleKnows() {
        for (var text : new String[] {"", "?!… 🙂", "xyzzy qwrtzp", "\u0000\uFFFF\uD83D"}) {
            assertThat(shop.guess("en", text).confidence()).as(text).isLessThan(0.3);
        }
        assertThat(shop.guess("fr", "où est mon colis")).isEqualTo(Guesses.NONE);
    }

    @Test
    void aLongMessageIsReadToo() {
        var long100k =
                "My parcel has not arrived. " + "I have been waiting and waiting for it, dear people. ".repeat(2_000);

        assertThat(shop.guess("en", long100k).confidence()).isBetween(0.0, 1.0);
    }

    @Test
    void customersAreAnsweredWhileArticlesAreLearntAnew(@TempDir Path folder) throws IOException {
        write(folder, "unicorns", "do you sell unicorns", "Version 0");
        write(folder, "dragons", "my dragon does not breathe fire", "We send a new one.");
        write(folder, "griffins", "how do I feed a griffin", "With oats.");
        var classifiers = new Classifiers[1];
        var articles = new Articles(ProcessFolder.at(folder), changed -> classifiers[0].learnAgain());
        classifiers[0] = new Classifiers(
                articles,
                new Synonyms(ProcessFolder.at(folder), event -> {}),
                new LearntBefore(folder.resolve("data")));
        var stop = new AtomicBoolean();
        var customers = IntStream.range(0, 2)
                .mapToObj(i -> CompletableFuture.runAsync(() -> {
                    while (!stop.get())
                        assertThat(unicorns(classifiers[0]).id()).isEqualTo("unicorns");
                }))
                .toList();

        for (int version = 1; version <= 3; version++) {
            var expected = "Version " + version;
            write(folder, "unicorns", "do you sell unicorns", expected);
            articles.readAgain();
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> unicorns(classifiers[0]).text().equals(expected));
        }
        Files.writeString(folder.resolve("knowledge/en/unicorns.md"), "no front matter");
        articles.readAgain();

        assertThat(unicorns(classifiers[0]).text()).isEqualTo("Version 3");
        stop.set(true);
        customers.forEach(CompletableFuture::join);
        classifiers[0].stop();
    }

    @Test
    void aCorrectedAnswerIsSaidBeforeItIsLearntAndOneToAnotherQuestionIsNot(@TempDir Path folder) throws IOException {
        write(folder, "unicorns", "do you sell unicorns", "Yes");
        write(folder, "dragons", "my dragon does not breathe fire", "We send a new one.");
        var articles = new Articles(ProcessFolder.at(folder), nobodyLearns -> {});
        var classifiers = new Classifiers(
                articles,
                new Synonyms(ProcessFolder.at(folder), event -> {}),
                new LearntBefore(folder.resolve("data")));

        assertThat(unicorns(classifiers).text()).isEqualTo("Yes");

        write(folder, "unicorns", "do you sell unicorns", "No");
        articles.readAgain();
        assertThat(unicorns(classifiers).text()).isEqualTo("No");

        write(folder, "unicorns", "what do unicorns eat", "Oats");
        articles.readAgain();
        assertThat(unicorns(classifiers).text()).isEqualTo("Yes");
        classifiers.stop();
    }

    private static Article unicorns(Classifiers classifiers) {
        return classifiers
                .guess("en", "Do you sell unicorns?")
                .best()
                .orElseThrow()
                .first();
    }

    private static void write(Path folder, String id, String question, String answer) throws IOException {
        var file = folder.resolve("knowledge/en/" + id + ".md");
        Files.createDirectories(file.getParent());
        Files.writeString(
                file,
                "---\nid: %s\ntopic: %s\ntitle: %s\nautonomy: answer\nquestions: [%s]\n---\n%s\n"
                        .formatted(id, id, id, question, answer));
    }

    private String best(String language, String text) {
        return shop.guess(language, text).best().orElseThrow().first().id();
    }
}
