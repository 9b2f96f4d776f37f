package io.tandem.bot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tandem.content.ProcessFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArticleSearchesTest {

    private final ArticleSearches shop = new ArticleSearches(TestKnowledge.articles());

    @Test
    void everyExampleQuestionFindsItsArticle() {
        var all = TestKnowledge.articles().all();
        var questions =
                all.stream().mapToLong(article -> article.questions().size()).sum();

        var found = all.stream()
                .flatMap(article -> article.questions().stream().filter(question -> {
                    var best = shop.search(article.language(), question).get(0);
                    return best.article().equals(article) && best.evidence().confidence() >= 0.8;
                }))
                .count();

        assertThat(found).isGreaterThan(questions * 98 / 100);
    }

    @Test
    void typingErrorsMissingUmlautsAndPartsOfCompoundsAreForgiven() {
        assertThat(best("de", "Ruecksendeettiket felt")).isEqualTo("return-label");
        assertThat(best("de", "Wie hoch ist die Gebühr für die Mahnung")).isEqualTo("dunning-fees");
        assertThat(best("en", "forgoten my pasword")).isEqualTo("password-reset");
        assertThat(best("en", "cant pay by invoise anymore, why")).isEqualTo("invoice-refused");
    }

    @Test
    void nothingIsFoundWhereNoWordIsKnown() {
        assertThat(shop.search("en", "")).isEmpty();
        assertThat(shop.search("en", "?!… 🙂 WK-12345678")).isEmpty();
        assertThat(shop.search("en", "xyzzy qwrtzp")).isEmpty();
        assertThat(shop.search("fr", "où est mon colis")).isEmpty();
    }

    @Test
    void aLongMessageIsFoundOutToo() {
        var long100k =
                "My parcel has not arrived. " + "I have been waiting and waiting for it, dear people. ".repeat(2_000);

        assertThat(shop.search("en", long100k))
                .isNotEmpty()
                .allSatisfy(match -> assertThat(match.evidence().confidence()).isBetween(0.0, 1.0));
    }

    @Test
    void otherLanguagesAreFoundByTheirPlainWords() {
        var colis = new Article(
                "fr",
                "colis",
                "colis",
                "Où est mon colis ?",
                Understanding.Autonomy.ANSWER,
                List.of(),
                List.of("je n'ai pas reçu mon colis"),
                "Il arrive dans trois jours.");
        var retour = new Article(
                "fr",
                "retour",
                "retour",
                "Retours",
                Understanding.Autonomy.ANSWER,
                List.of(),
                List.of("je veux retourner un article"),
                "Vous avez 30 jours.");

        var found = new ArticleSearch("fr", List.of(colis, retour)).search("mon colis n'est pas là");

        assertThat(found.get(0).article()).isEqualTo(colis);
    }

    @Test
    void searchesGoOnWhileArticlesAreSaved(@TempDir Path folder) throws IOException {
        copyShopTo(folder);
        var searches = new ArticleSearches[1];
        var articles = new Articles(ProcessFolder.at(folder), changed -> searches[0].buildAgain());
        searches[0] = new ArticleSearches(articles);
        var stop = new AtomicBoolean();
        var customers = IntStream.range(0, 2)
                .mapToObj(i -> CompletableFuture.runAsync(() -> {
                    while (!stop.get()) {
                        assertThat(searches[0]
                                        .search("en", "forgot my password")
                                        .get(0)
                                        .article()
                                        .topic())
                                .isEqualTo("password-reset");
                    }
                }))
                .toList();

        for (int version = 1; version <= 3; version++) {
            Files.writeString(
                    folder.resolve("knowledge/en/unicorns.md"),
                    "---\nid: unicorns\ntopic: unicorns\ntitle: Unicorns\nautonomy: answer\n"
                            + "questions: [do you sell unicorns]\n---\nVersion " + version + "\n");
            articles.readAgain();
            var expected = "Version " + version;
            await().atMost(Duration.ofSeconds(10))
                    .until(() -> searches[0]
                            .search("en", "do you sell unicorns")
                            .get(0)
                            .article()
                            .text()
                            .equals(expected));
        }

        stop.set(true);
        customers.forEach(CompletableFuture::join);
        searches[0].stop();
    }

    @Test
    void aMessageTakesAFewMilliseconds() {
        var quickest = IntStream.range(0, 20)
                .mapToObj(batch -> {
                    var began = System.nanoTime();
                    for (int i = 0; i < 20; i++)
                        shop.search("de", "wo bleibt mein paket, ich warte seit einer woche " + i);
                    return Duration.ofNanos((System.nanoTime() - began) / 20);
                })
                .min(Comparator.naturalOrder())
                .orElseThrow();

        assertThat(quickest).isLessThan(Duration.ofMillis(10));
    }

    private String best(String language, String text) {
        return shop.search(language, text).get(0).article().topic();
    }

    private static void copyShopTo(Path folder) {
        TestKnowledge.FOLDER.files("knowledge/*/*.md").forEach((name, bytes) -> {
            try {
                Files.createDirectories(folder.resolve(name).getParent());
                Files.write(folder.resolve(name), bytes);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
