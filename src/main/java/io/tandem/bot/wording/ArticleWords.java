package io.tandem.bot.wording;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The longer words of articles. An answer in quite other words rests on something else: a poem, a program, a promise. */
final class ArticleWords {

    private static final Pattern WORD = Pattern.compile("\\p{L}{4,}");
    private static final int STEM = 5;
    private static final int FEW_WORDS = 4;
    private static final int ONE_IN = 3;

    private final Set<String> stems;

    private ArticleWords(Set<String> stems) {
        this.stems = stems;
    }

    static ArticleWords of(String articles) {
        return new ArticleWords(stems(articles).stream().collect(toUnmodifiableSet()));
    }

    /** Whether at least a third of the words are ours; of a handful of words nobody can tell. */
    boolean supports(String answer) {
        var used = stems(answer);
        var ours = used.stream().filter(stems::contains).count();
        return used.size() < FEW_WORDS || ours * ONE_IN >= used.size();
    }

    private static List<String> stems(String text) {
        return WORD.matcher(text)
                .results()
                .map(MatchResult::group)
                .map(word -> word.substring(0, Math.min(word.length(), STEM)).toLowerCase(Locale.ROOT))
                .distinct()
                .toList();
    }
}
