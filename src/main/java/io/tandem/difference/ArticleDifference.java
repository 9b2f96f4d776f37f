package io.tandem.difference;

import io.tandem.content.BrokenFile;
import io.tandem.content.FlatYaml;
import io.tandem.content.Utf8;
import io.tandem.difference.Detail.Kind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is other in an article, by its parts: the front matter's entries and the answer. */
final class ArticleDifference {

    private static final List<String> WORDS = List.of("topic", "title", "autonomy");
    private static final List<String> LISTS = List.of("needs", "questions");
    private static final String BORDER = "---\n";

    private final FlatYaml front;
    private final String answer;

    private ArticleDifference(String file, byte[] bytes) {
        var parts = Utf8.decoded(file, bytes).replace("\r\n", "\n").split("(?m)^" + BORDER, 3);
        if (parts.length < 3) throw new BrokenFile(file, "its parts are missing");
        front = new FlatYaml(file, 1, parts[1]);
        answer = parts[2].strip();
    }

    /** @throws BrokenFile if one of the two is no article */
    static List<Detail> between(String file, byte[] before, byte[] after) {
        var old = new ArticleDifference(file, before);
        var now = new ArticleDifference(file, after);
        var title = now.front.text("title");
        var details = new ArrayList<Detail>();
        for (var word : WORDS) {
            if (!old.front.text(word).equals(now.front.text(word))) {
                details.add(Detail.of(Kind.PART_CHANGED, title, word, old.front.text(word), now.front.text(word)));
            }
        }
        for (var list : LISTS) compare(title, list, old.front.texts(list), now.front.texts(list), details);
        if (!old.answer.equals(now.answer)) {
            details.add(Detail.of(Kind.PART_CHANGED, title, "text", old.answer, now.answer));
        }
        return details;
    }

    private static void compare(
            @Nullable String title, String list, List<String> old, List<String> now, List<Detail> details) {
        old.stream()
                .filter(entry -> !now.contains(entry))
                .forEach(entry -> details.add(Detail.of(Kind.ENTRY_REMOVED, title, list, entry, null)));
        now.stream()
                .filter(entry -> !old.contains(entry))
                .forEach(entry -> details.add(Detail.of(Kind.ENTRY_ADDED, title, list, null, entry)));
    }
}
