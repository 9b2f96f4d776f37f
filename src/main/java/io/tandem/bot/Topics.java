package io.tandem.bot;

import static java.util.stream.Collectors.joining;

import io.tandem.content.Languages;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What tickets are about, in words for people. */
@Component
public class Topics {

    private final Articles articles;

    private final Languages languages;

    Topics(Articles articles, Languages languages) {
        this.articles = articles;
        this.languages = languages;
    }

    /** The title of the first article about the topic, in our language nearest to the reader's; the topic itself if none is left. */
    public String title(String topic, String language) {
        return about(topic, language).findFirst().map(Article::title).orElse(topic);
    }

    /** The facts that a person needs to work on it, as the articles name them, e.g. {@code order-number}. */
    public List<String> needs(String topic, String language) {
        return about(topic, language)
                .flatMap(article -> article.needs().stream())
                .distinct()
                .toList();
    }

    /** The words by which customers and we call it. */
    Set<String> stems(String topic, String language) {
        return Stems.of(about(topic, language)
                .flatMap(article -> Stream.concat(Stream.of(article.title()), article.questions().stream()))
                .collect(joining("\n")));
    }

    private Stream<Article> about(String topic, String language) {
        var spoken = languages.nearest(language);
        return articles.all().stream()
                .filter(article ->
                        article.topic().equals(topic) && article.language().equals(spoken));
    }
}
