package io.tandem.bot;

import io.tandem.bot.Understanding.Autonomy;
import io.tandem.content.BrokenFile;
import io.tandem.content.ProcessFolder;
import io.tandem.content.WentLive;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * All articles, as last saved. One that is broken is refused with its file, line and reason, and stays as it last was;
 * all of them change at once.
 */
@Component
class Articles {

    private static final Logger log = LoggerFactory.getLogger(Articles.class);

    /** Articles are other than before. */
    record Changed() {}

    private final ProcessFolder folder;
    private final ApplicationEventPublisher events;
    private volatile Map<String, Article> byFile;

    Articles(ProcessFolder folder, ApplicationEventPublisher events) {
        this.folder = folder;
        this.events = events;
        byFile = read(Map.of());
        log.info("{} articles were read", byFile.size());
    }

    @EventListener(WentLive.class)
    synchronized void readAgain() {
        var now = read(byFile);
        if (now.equals(byFile)) return;
        byFile = now;
        log.info("{} articles are live", now.size());
        events.publishEvent(new Changed());
    }

    private Map<String, Article> read(Map<String, Article> before) {
        var articles = new TreeMap<String, Article>();
        folder.files("knowledge/*/*.md").forEach((file, bytes) -> {
            try {
                articles.put(file, ArticleFile.read(file, bytes));
            } catch (BrokenFile broken) {
                var last = before.get(file);
                if (last != null) articles.put(file, last);
                log.error("{} ({})", broken.getMessage(), last == null ? "not used" : "it stays as it was");
            }
        });
        return articles;
    }

    Collection<Article> all() {
        return List.copyOf(byFile.values());
    }

    /** How far the bot may ever go in the topic: where its articles differ, the strictest counts. */
    Autonomy ceilingIn(String topic) {
        return byFile.values().stream()
                .filter(article -> article.topic().equals(topic))
                .map(Article::autonomy)
                .min(Comparator.naturalOrder())
                .orElse(Autonomy.OFF);
    }

    Optional<Article> find(String language, String id) {
        return Optional.ofNullable(byFile.get("knowledge/" + language + "/" + id + ".md"));
    }
}
