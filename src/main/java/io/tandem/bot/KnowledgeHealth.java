package io.tandem.bot;

import java.util.stream.Collectors;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.actuate.health.Status;
import org.springframework.stereotype.Component;

/**
 * Whether the bot knows its articles. Without it people answer everything: so only a node that is still learning takes no
 * requests (the group {@code readiness} counts {@code LEARNING}), and none goes down for a bot that cannot learn.
 */
@Component("knowledgeHealthIndicator")
class KnowledgeHealth implements HealthIndicator {

    private static final Status LEARNING = new Status("LEARNING");
    private static final Status DEGRADED = new Status("DEGRADED", "The bot could not learn: people answer everything");

    private final Articles articles;
    private final Classifiers classifiers;

    KnowledgeHealth(Articles articles, Classifiers classifiers) {
        this.articles = articles;
        this.classifiers = classifiers;
    }

    @Override
    public Health health() {
        var byLanguage =
                articles.all().stream().collect(Collectors.groupingBy(Article::language, Collectors.counting()));
        return new Health.Builder(status()).withDetail("articles", byLanguage).build();
    }

    private Status status() {
        return switch (classifiers.knowledge()) {
            case LEARNING -> LEARNING;
            case LEARNT -> Status.UP;
            case FAILED -> DEGRADED;
        };
    }
}
