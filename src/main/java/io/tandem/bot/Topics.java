package io.tandem.bot;

import io.tandem.content.Languages;
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
        var spoken = languages.nearest(language);
        return articles.all().stream()
                .filter(article ->
                        article.topic().equals(topic) && article.language().equals(spoken))
                .findFirst()
                .map(Article::title)
                .orElse(topic);
    }
}
