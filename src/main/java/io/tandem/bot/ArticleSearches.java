package io.tandem.bot;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toUnmodifiableMap;

import io.tandem.bot.ArticleSearch.Match;
import jakarta.annotation.PreDestroy;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The search in the articles of each language. It is built anew in the background and changes all at once. */
@Component
class ArticleSearches {

    private static final Logger log = LoggerFactory.getLogger(ArticleSearches.class);

    private final Articles articles;
    private final ExecutorService background = Executors.newSingleThreadExecutor(work -> {
        var thread = new Thread(work, "article-search");
        thread.setDaemon(true);
        return thread;
    });
    private volatile Map<String, ArticleSearch> byLanguage;

    ArticleSearches(Articles articles) {
        this.articles = articles;
        byLanguage = build();
    }

    @EventListener(Articles.Changed.class)
    void buildAgain() {
        background.execute(() -> {
            try {
                byLanguage = build();
                log.info("The search knows the articles as they are now");
            } catch (RuntimeException e) {
                log.error("The search stays as it was", e);
            }
        });
    }

    private Map<String, ArticleSearch> build() {
        return articles.all().stream().collect(groupingBy(Article::language)).entrySet().stream()
                .collect(toUnmodifiableMap(Map.Entry::getKey, of -> new ArticleSearch(of.getKey(), of.getValue())));
    }

    /** The articles of the language that share words with the text, the best first; none in a language without any. */
    List<Match> search(String language, String text) {
        var search = byLanguage.get(language);
        return search == null ? List.of() : search.search(text);
    }

    @PreDestroy
    void stop() {
        background.shutdownNow();
    }
}
