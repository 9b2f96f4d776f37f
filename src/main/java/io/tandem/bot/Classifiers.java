package io.tandem.bot;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toUnmodifiableMap;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.tandem.bot.classifier.Judgement;
import io.tandem.bot.classifier.Lesson;
import io.tandem.bot.classifier.SynonymGroup;
import io.tandem.bot.classifier.TopicClassifier;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
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

    private static final long NANOS = 1_000_000_000;
    private static final Duration REMEMBERED = Duration.ofMinutes(1);
    private static final long MOST_CHARACTERS = 1_000_000;

    private final Articles articles;
    private final Synonyms synonyms;
    private final LearntBefore before;
    private final AtomicBoolean changed = new AtomicBoolean();
    private final ExecutorService background = Executors.newSingleThreadExecutor(work -> {
        var thread = new Thread(work, "learning");
        thread.setDaemon(true);
        return thread;
    });
    private volatile CompletableFuture<Map<String, Learnt>> byLanguage;

    Classifiers(Articles articles, Synonyms synonyms, LearntBefore before) {
        this.articles = articles;
        this.synonyms = synonyms;
        this.before = before;
        TopicClassifier.load();
        byLanguage = CompletableFuture.supplyAsync(() -> learn(Map.of()), background);
    }

    /** What was learnt, from what, and the articles as they were then. */
    private record Learnt(
            TopicClassifier classifier,
            List<Lesson> lessons,
            List<SynonymGroup> synonyms,
            Map<String, Article> articles,
            Cache<String, Judgement> lately) {

        boolean isOf(List<Lesson> lessons, List<SynonymGroup> synonyms) {
            return this.lessons.equals(lessons) && this.synonyms.equals(synonyms);
        }

        Guesses guesses(String text, UnaryOperator<Article> asSaid) {
            var judged = lately.get(text, classifier::judge);
            var guesses = judged.guesses().stream()
                    .map(guess -> Guesses.Guess.of(asSaid.apply(article(guess.topic())), guess.confidence()))
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
                byLanguage = CompletableFuture.completedFuture(learn(known()));
            } catch (RuntimeException e) {
                log.error("The bot could not learn the articles as they are now; it knows them as they were", e);
            }
        });
    }

    /** How far it has come: a first lesson is under way, over, or failed. */
    enum Knowledge {
        LEARNING,
        LEARNT,
        FAILED
    }

    Knowledge knowledge() {
        var now = byLanguage;
        if (!now.isDone()) return Knowledge.LEARNING;
        return now.isCompletedExceptionally() ? Knowledge.FAILED : Knowledge.LEARNT;
    }

    /** Nothing, if even the first lesson failed. */
    private Map<String, Learnt> known() {
        return byLanguage.isCompletedExceptionally() ? Map.of() : byLanguage.join();
    }

    private Map<String, Learnt> learn(Map<String, Learnt> before) {
        var start = System.nanoTime();
        var learnt = articles.all().stream().collect(groupingBy(Article::language)).entrySet().stream()
                .collect(toUnmodifiableMap(
                        Map.Entry::getKey, of -> learnt(of.getKey(), of.getValue(), before.get(of.getKey()))));
        log.info("The bot has learnt the articles as they are now, in {} s", (System.nanoTime() - start) / NANOS);
        return learnt;
    }

    /** A language of which nothing changed that the bot learns from needs no lesson. */
    private Learnt learnt(String language, List<Article> articles, @Nullable Learnt before) {
        var lessons = articles.stream().map(Classifiers::lesson).toList();
        var groups = synonyms.in(language);
        var classifier = before != null && before.isOf(lessons, groups)
                ? before.classifier()
                : trained(language, lessons, groups);
        return new Learnt(
                classifier,
                lessons,
                groups,
                articles.stream().collect(toMap(Article::id, Function.identity())),
                lately());
    }

    private TopicClassifier trained(String language, List<Lesson> lessons, List<SynonymGroup> synonyms) {
        var kept = before.of(language, lessons, synonyms);
        var classifier = TopicClassifier.train(language, lessons, synonyms, kept);
        before.forgetOthers(language, kept);
        return classifier;
    }

    /** A message is read several times in a row: for its language, its topic, and its answer. */
    private static Cache<String, Judgement> lately() {
        return Caffeine.newBuilder()
                .expireAfterWrite(REMEMBERED)
                .maximumWeight(MOST_CHARACTERS)
                .weigher((String text, Judgement judged) -> text.length())
                .build();
    }

    private static Lesson lesson(Article article) {
        return new Lesson(article.id(), List.of(article.title()), article.questions(), List.of(article.text()));
    }

    /** The articles of the language that may be meant; waits for the first lesson's end. None in a language without any. */
    Guesses guess(String language, String text) {
        var learnt = byLanguage.join().get(language);
        return learnt == null ? Guesses.NONE : learnt.guesses(text, this::asSaved);
    }

    /** A corrected answer is not said as it was until all is learnt; one to other questions waits for that. */
    private Article asSaved(Article learnt) {
        return articles.find(learnt.language(), learnt.id())
                .filter(saved -> saved.title().equals(learnt.title())
                        && saved.questions().equals(learnt.questions()))
                .orElse(learnt);
    }

    @PreDestroy
    void stop() {
        background.shutdownNow();
    }
}
