package io.tandem.bot;

import io.tandem.ticket.Message.Source;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The articles that a customer's words may mean.
 *
 * @param list the likeliest first
 * @param either how likely one of the first two is right, 0 to 1
 */
record Guesses(List<Guess> list, double either) {

    static final Guesses NONE = new Guesses(List.of(), 0);

    /**
     * @param articles one, or several if the customer asked as many questions
     * @param confidence how likely they are right, 0 to 1, calibrated
     */
    record Guess(List<Article> articles, double confidence) {

        static Guess of(Article article, double confidence) {
            return new Guess(List.of(article), confidence);
        }

        Article first() {
            return articles.get(0);
        }

        List<Source> sources() {
            return articles.stream().map(Article::source).toList();
        }
    }

    static Guesses certain(Article article) {
        return new Guesses(List.of(Guess.of(article, 1)), 0);
    }

    Optional<Guess> best() {
        return list.stream().findFirst();
    }

    /** Each article by itself, as sure as the surest guess that has it; the likeliest first. */
    List<Guess> singly() {
        var byArticle = new LinkedHashMap<String, Guess>();
        list.forEach(guess -> guess.articles()
                .forEach(article -> byArticle.putIfAbsent(article.id(), Guess.of(article, guess.confidence()))));
        return List.copyOf(byArticle.values());
    }

    /** Of the best guess; 0 if there is none. */
    double confidence() {
        return best().map(Guess::confidence).orElse(0.0);
    }

    /** Without the guesses of other articles. What is left is no likelier for that, and is only as good as it was. */
    Guesses only(Predicate<Article> wanted) {
        var left = list.stream()
                .filter(guess -> guess.articles().stream().allMatch(wanted))
                .toList();
        if (left.size() == list.size()) return this;
        var two = left.stream().limit(2).mapToDouble(Guess::confidence).sum();
        return new Guesses(left, Math.min(either, two));
    }

    /** The two between which the customer could choose; none if there are not two of one article each. */
    List<Source> choices() {
        return list.size() < 2 || list.get(0).articles().size() > 1
                ? List.of()
                : List.of(list.get(0).first().source(), list.get(1).first().source());
    }
}
