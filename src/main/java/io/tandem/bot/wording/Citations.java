package io.tandem.bot.wording;

import io.tandem.bot.Article;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.regex.Pattern;

/** The marks in a text that name its articles, like {@code [1]} or {@code [1, 2]}. */
final class Citations {

    private static final Pattern MARK = Pattern.compile("[ \\t]?\\[(\\d{1,3}(?: ?[,;] ?\\d{1,3}){0,9})\\]");
    private static final Pattern BLANK_LINE = Pattern.compile("\\n[ \\t]*\\n");
    private static final Pattern LIST = Pattern.compile("[ \\t]*(?:[-*+•]|\\d{1,3}[.)])[ \\t]");

    private final String text;

    Citations(String text) {
        this.text = text;
    }

    /**
     * The articles cited, in the order in which they are.
     *
     * @throws Unusable if a paragraph cites nothing, or anything what was not given
     */
    List<Article> of(List<Article> articles) {
        if (paragraphs().stream().anyMatch(part -> !MARK.matcher(part).find()))
            throw Unusable.dropped("a part of it cites nothing");
        var numbers = new LinkedHashSet<Integer>();
        MARK.matcher(text).results().forEach(mark -> {
            for (var number : mark.group(1).split("[ ,;]+")) numbers.add(Integer.valueOf(number));
        });
        if (numbers.stream().anyMatch(number -> number < 1 || number > articles.size()))
            throw Unusable.dropped("it cites an article that it was not given");
        return numbers.stream().map(number -> articles.get(number - 1)).toList();
    }

    /** A list belongs to what is said before it, and a heading to what comes after it. */
    private List<String> paragraphs() {
        var paragraphs = new ArrayList<String>();
        var open = false;
        for (var block : BLANK_LINE.split(text)) {
            var last = paragraphs.size() - 1;
            if (last >= 0 && (open || LIST.matcher(block).lookingAt())) {
                paragraphs.set(last, paragraphs.get(last) + "\n" + block);
            } else {
                paragraphs.add(block);
            }
            open = block.startsWith("#") || block.strip().endsWith(":");
        }
        return paragraphs;
    }

    String removed() {
        return MARK.matcher(text).replaceAll("");
    }
}
