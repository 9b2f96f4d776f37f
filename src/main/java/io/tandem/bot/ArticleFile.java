package io.tandem.bot;

import io.tandem.bot.Understanding.Autonomy;
import io.tandem.content.BrokenFile;
import io.tandem.content.FlatYaml;
import io.tandem.content.Utf8;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads an article: front matter between two lines of three dashes, then the answer in Markdown. */
final class ArticleFile {

    private static final Pattern NAME = Pattern.compile("knowledge/([a-z]{2})/([a-z0-9]+(?:-[a-z0-9]+)*)\\.md");
    private static final Pattern WORD = Pattern.compile("[a-z0-9]+(?:-[a-z0-9]+)*");
    private static final Set<String> ENTRIES = Set.of("id", "topic", "title", "autonomy", "needs", "questions");
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_TITLE = 200;
    private static final String BORDER = "---";

    private final String file;
    private final List<String> lines;
    private final int end;
    private final FlatYaml front;

    private ArticleFile(String file, byte[] bytes) {
        this.file = file;
        lines = Arrays.asList(Utf8.decoded(file, bytes).split("\r?\n", -1));
        if (!lines.get(0).equals(BORDER)) throw new BrokenFile(file, 1, "an article begins with a line \"---\"");
        end = 1 + lines.subList(1, lines.size()).indexOf(BORDER);
        if (end == 0)
            throw new BrokenFile(file, lines.size(), "the line \"---\" that ends the front matter is missing");
        front = new FlatYaml(file, 1, String.join("\n", lines.subList(1, end)));
    }

    /** @throws BrokenFile if it cannot be used, with the line and the reason */
    static Article read(String name, byte[] bytes) {
        return new ArticleFile(name, bytes).article();
    }

    private Article article() {
        var name = NAME.matcher(file);
        if (!name.matches()) {
            throw new BrokenFile(file, "an article's name has small letters, digits and hyphens: refund-status.md");
        }
        front.mustOnlyHave(ENTRIES);
        if (!front.text("id").equals(name.group(2)))
            throw front.broken("id", "the id has to be \"" + name.group(2) + "\"");
        return new Article(
                name.group(1), name.group(2), topic(), title(), autonomy(), front.texts("needs"), questions(), text());
    }

    private String topic() {
        var topic = front.text("topic");
        if (topic.length() > LONGEST_NAME || !WORD.matcher(topic).matches()) {
            throw front.broken("topic", "a topic has small letters, digits and hyphens, like refund-status");
        }
        return topic;
    }

    private String title() {
        var title = front.text("title");
        if (title.length() > LONGEST_TITLE) throw front.broken("title", "the title is longer than " + LONGEST_TITLE);
        return title;
    }

    private Autonomy autonomy() {
        return switch (front.text("autonomy").toLowerCase(Locale.ROOT)) {
            case "off" -> Autonomy.OFF;
            case "suggest" -> Autonomy.SUGGEST;
            case "answer" -> Autonomy.ANSWER;
            default -> throw front.broken("autonomy", "autonomy is answer, suggest or off");
        };
    }

    private List<String> questions() {
        var questions = front.texts("questions");
        if (questions.isEmpty()) throw front.broken("questions", "\"questions\" needs at least one question");
        return questions;
    }

    private String text() {
        var text = String.join("\n", lines.subList(end + 1, lines.size())).strip();
        if (text.isEmpty()) throw new BrokenFile(file, end + 1, "the answer is missing below the front matter");
        return text;
    }
}
