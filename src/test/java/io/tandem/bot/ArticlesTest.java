package io.tandem.bot;

import static org.assertj.core.api.Assertions.assertThat;

import io.tandem.bot.Understanding.Autonomy;
import io.tandem.content.ProcessFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArticlesTest {

    private final List<Object> told = new ArrayList<>();

    @TempDir
    Path folder;

    private Articles articles;

    @BeforeEach
    void twoArticles() throws IOException {
        save("a", "Title A", "answer");
        save("b", "Title B", "answer");
        articles = new Articles(ProcessFolder.at(folder), told::add);
    }

    @Test
    void whatWasSavedIsLive() throws IOException {
        save("a", "Another title", "answer");
        save("c", "Title C", "answer");
        Files.delete(file("b"));
        articles.readAgain();

        assertThat(articles.all()).extracting(Article::title).containsExactly("Another title", "Title C");
        assertThat(told).containsExactly(new Articles.Changed());
    }

    @Test
    void nobodyIsToldWhenSomethingElseWasSaved() {
        articles.readAgain();

        assertThat(told).isEmpty();
    }

    @Test
    void aBrokenArticleStaysAsItLastWasAndTheOthersGoLive() throws IOException {
        Files.writeString(file("a"), "---\ntitle: [\n---\n");
        save("b", "Better B", "answer");
        articles.readAgain();

        assertThat(articles.all()).extracting(Article::title).containsExactly("Title A", "Better B");

        save("a", "Mended A", "answer");
        articles.readAgain();
        assertThat(articles.find("en", "a"))
                .hasValueSatisfying(a -> assertThat(a.title()).isEqualTo("Mended A"));
    }

    @Test
    void anArticleThatIsBrokenFromTheStartIsLeftOut() throws IOException {
        Files.writeString(file("a"), "no article");

        assertThat(new Articles(ProcessFolder.at(folder), told::add).all())
                .extracting(Article::id)
                .containsExactly("b");
    }

    @Test
    void theStrictestArticleOfATopicSetsItsCeiling() throws IOException {
        assertThat(articles.ceilingIn("t")).isEqualTo(Autonomy.ANSWER);

        save("b", "Title B", "suggest");
        articles.readAgain();

        assertThat(articles.ceilingIn("t")).isEqualTo(Autonomy.SUGGEST);
        assertThat(articles.ceilingIn("unheard-of")).isEqualTo(Autonomy.OFF);
    }

    private void save(String id, String title, String autonomy) throws IOException {
        Files.createDirectories(file(id).getParent());
        Files.writeString(
                file(id),
                "---\nid: %s\ntopic: t\ntitle: %s\nautonomy: %s\nquestions:\n  - what is %s\n---\nIt is %s.\n"
                        .formatted(id, title, autonomy, id, id));
    }

    private Path file(String id) {
        return folder.resolve("knowledge/en/" + id + ".md");
    }
}
