package io.tandem.bot;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The words that the articles of one language use, and how much each tells: the fewer use it, the more. */
final class Vocabulary {

    private final WordForms forms;
    private final Map<Article, Set<String>> words = new HashMap<>();
    private final Map<Article, Set<Set<String>>> questions = new HashMap<>();
    private final Map<String, Integer> users = new HashMap<>();

    Vocabulary(WordForms forms, Collection<Article> articles) {
        this.forms = forms;
        articles.forEach(this::learn);
    }

    private void learn(Article article) {
        var all = new HashSet<String>();
        var each = new HashSet<Set<String>>();
        for (var question : article.questions()) {
            var asked = stems(question);
            each.add(asked);
            all.addAll(asked);
        }
        all.addAll(stems(article.title()));
        all.addAll(stems(article.text()));
        words.put(article, all);
        questions.put(article, each);
        all.forEach(word -> users.merge(word, 1, Integer::sum));
    }

    Set<String> stems(String text) {
        return WordForms.terms(forms.stems(), WordForms.essence(text));
    }

    /** How much the words tell: the sum of their inverse article frequencies, as BM25 has them. */
    private double information(Set<String> asked) {
        return asked.stream().mapToDouble(this::information).sum();
    }

    private double information(String word) {
        var using = users.getOrDefault(word, 0);
        return Math.log(1 + (words.size() - using + 0.5) / (using + 0.5));
    }

    /** How much of what was asked our articles use at all. */
    double known(Set<String> asked) {
        return shareOf(asked, users.keySet());
    }

    /** How much of what was asked the article uses. */
    double covered(Set<String> asked, Article article) {
        return shareOf(asked, words.getOrDefault(article, Set.of()));
    }

    private double shareOf(Set<String> asked, Set<String> among) {
        var all = information(asked);
        return all == 0 ? 0 : information(common(asked, among)) / all;
    }

    /** How much of what was asked and of the article's closest question is the same: Dice's coefficient, 1 is all. */
    double closest(Set<String> asked, Article article) {
        var most = 0.0;
        for (var question : questions.getOrDefault(article, Set.of())) most = Math.max(most, likeness(asked, question));
        return most;
    }

    private double likeness(Set<String> asked, Set<String> question) {
        var common = common(asked, question);
        if (common.isEmpty()) return 0;
        return 2 * information(common) / (information(asked) + information(question));
    }

    private static Set<String> common(Set<String> some, Set<String> others) {
        var common = new HashSet<>(some);
        common.retainAll(others);
        return common;
    }
}
