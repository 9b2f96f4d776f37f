package io.tandem.bot.wording;

import static java.util.stream.Collectors.joining;

import io.tandem.bot.Article;
import io.tandem.ticket.Message.Source;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A language model's answer that may be said: it cites what it was given, and each number, date, link and address in it
 * stands in an article that it cites. Whether it understood the articles no check can see.
 */
final class CheckedAnswer {

    private static final int LONGEST = 4_000;
    private static final Pattern MARKUP = Pattern.compile("<[a-zA-Z/!?]|!\\[|&#|&[a-zA-Z]{2,31};");
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cntrl}&&[^\\n\\t\\r]]");
    private static final Pattern EMPHASIS = Pattern.compile("[*_`~\\\\]");
    private static final Pattern TRAILING_SPACE = Pattern.compile("[ \\t]+(?=\\n|$)");

    private final String text;
    private final List<Article> cited;

    /** @throws Unusable if it may not be said */
    CheckedAnswer(String said, List<Article> articles) {
        if (said.length() > LONGEST) throw Unusable.dropped("it is too long");
        var citations = new Citations(said);
        cited = citations.of(articles);
        text = TRAILING_SPACE.matcher(citations.removed()).replaceAll("").strip();
        if (text.isEmpty()) throw Unusable.dropped("it is empty");
        checkForm();
        checkAgainst(cited.stream()
                .map(article -> article.title() + "\n\n" + article.text())
                .collect(joining("\n\n")));
    }

    private void checkForm() {
        var own = Placeholders.without(text);
        if (MARKUP.matcher(own).find() || UNSEEN.matcher(own).find()) throw Unusable.dropped("it has HTML or images");
    }

    private void checkAgainst(String articles) {
        var own = Placeholders.without(text);
        if (!Links.in(articles).containsAll(Links.in(own)))
            throw Unusable.dropped("it has a link or an address that stands in no article cited");
        if (!Figures.in(plain(articles)).containsAll(Figures.in(plain(own))))
            throw Unusable.dropped("it states a number or a date that stands in no article cited");
        if (!ArticleWords.of(articles).supports(own))
            throw Unusable.dropped("its words are not those of the articles cited");
    }

    /** As it is read: emphasis in the middle of a number hides nothing. */
    private static String plain(String markdown) {
        return EMPHASIS.matcher(markdown).replaceAll("");
    }

    String text() {
        return text;
    }

    List<Source> sources() {
        return cited.stream().map(Article::source).toList();
    }
}
