package io.tandem.bot.wording;

import io.tandem.bot.Stems;
import java.util.Set;

/** The longer words of articles. An answer in quite other words rests on something else: a poem, a program, a promise. */
final class ArticleWords {

    private static final int FEW_WORDS = 4;
    private static final int ONE_IN = 3;

    private final Set<String> stems;

    private ArticleWords(Set<String> stems) {
        this.stems = stems;
    }

    static ArticleWords of(String articles) {
        return new ArticleWords(Stems.of(articles));
    }

    /** Whether at least a third of the words are ours; of a handful of words nobody can tell. */
    boolean supports(String answer) {
        var used = Stems.of(answer);
        var ours = used.stream().filter(stems::contains).count();
        return used.size() < FEW_WORDS || ours * ONE_IN >= used.size();
    }
}
