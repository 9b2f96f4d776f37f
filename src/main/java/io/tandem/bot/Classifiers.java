package io.tandem.bot;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toUnmodifiableMap;

import io.tandem.bot.classifier.Lesson;
import io.tandem.bot.classifier.TopicClassifier;
import jakarta.annotation.PreDestroy;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Which article a customer's words mean, in each language. It learns the articles in the background: first while the
 * program starts, then after every save, and changes all at once.
 */
@Component
class Classifiers {

    private static final Logger log = LoggerFactory.getLogger(Classifiers.class);

    private final Articles articles;
    private final Synonyms synonyms;
    private final AtomicBoolean changed = new AtomicBoolean();
    private final ExecutorService background = Executors.newSingleThreadExecutor(work -> {
        var thread = new Thread(work, "learning");
        thread.setDaemon(true);
        return thread;
    });
    private volatile CompletableFuture<Map<String, Learnt>> byLanguage;

    Classifiers(Articles articles, Synonyms synonyms) {
        this.articles = articles;
        this.synonyms = synonyms;
        byLanguage = CompletableFuture.supplyAsync(this::learn, background);
    }

    /** What was learnt, with the articles as they were then. */
    private record Learnt(TopicClassifier classifier, Map<String, Article> articles) {

        Guesses guesses(String text) {
            var judged = classifier.judge(text);
            var guesses = judged.guesses().stream()
                    .map(guess -> Guesses.Guess.of(article(guess.topic()), guess.confidence()))
                    .toList();
            return new Guesses(guesses, judged.either());
        }

        private Article article(String id) {
            return Objects.requireNonNull(articles.get(id), id);
        }
    }

    @EventListener({Articles.Changed.class, Synonyms.Changed.class})
    void learnAgain() {
        changed.set(true);
        background.execute(() -> {
            if (!changed.getAndSet(false)) return;
            try {
                byLanguage = CompletableFuture.completedFuture(learn());
                log.info("The bot has learnt the articles as they are now");
            } catch (RuntimeException e) {
                log.error("The bot could not learn the articles as they are now; it knows them as they were", e);
            }
        });
    }

    private Map<String, Learnt> learn() {
        return articles.all().stream().collect(groupingBy(Article::language)).entrySet().stream()
                .collect(toUnmodifiableMap(Map.Entry::getKey, of -> learnt(of.getKey(), of.getValue())));
    }

    private Learnt learnt(String language, List<Article> articles) {
        var lessons = articles.stream().map(Classifiers::lesson).toList();
        return new Learnt(
                TopicClassifier.train(language, lessons, synonyms.in(language)),
                articles.stream().collect(toMap(Article::id, Function.identity())));
    }

    private static Lesson lesson(Article article) {
        return new Lesson(article.id(), List.of(article.title()), article.questions(), List.of(article.text()));
    }

    /** The articles of the language that may be meant; waits for the first lesson's end. None in a language without any. */
    Guesses guess(String language, String text) {
        var learnt = byLanguage.join().get(language);
        return learnt == null ? Guesses.NONE : learnt.guesses(text);
    }

    @PreDestroy
    void stop() {
        background.shutdownNow();
    }
}
