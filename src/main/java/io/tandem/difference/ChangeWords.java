package io.tandem.difference;

import static java.util.stream.Collectors.joining;

import io.tandem.content.ProgramTexts;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Differences in an owner's words. The words stand in the program ({@code changes_<language>.properties}) and not in
 * {@code processes/texts}: they tell what is other there, too, whatever state that is in.
 */
public final class ChangeWords {

    private static final int LONGEST = 160;
    /** What is named by its owner, in brackets: {@code outputParameter[dueAt]}. */
    private static final Pattern NAMED = Pattern.compile("\\[([^]]*)]");

    private final ProgramTexts texts = new ProgramTexts("changes");

    /** All of it, one thing a line. */
    public String text(List<FileChange> changes, String language) {
        if (changes.isEmpty()) return texts.get(language, "nothing", Map.of());
        return changes.stream()
                .map(change -> change.details().stream()
                        .map(detail -> "\n  " + text(detail, language))
                        .collect(joining("", text(change, language), "")))
                .collect(joining("\n"));
    }

    public String text(FileChange change, String language) {
        return texts.get(language, "file." + change.kind(), Map.of("file", change.file()));
    }

    public String text(Detail detail, String language) {
        var values = new TreeMap<String, String>();
        values.put("label", shortened(detail.label()));
        values.put("type", named("type.", detail.type(), language));
        values.put("property", named("property.", detail.property(), language));
        values.put("before", value(detail.before(), detail, language));
        values.put("after", value(detail.after(), detail, language));
        return texts.get(language, key(detail), values);
    }

    /** Where something was not there before, or is not any more, that is told in other words. */
    private String key(Detail detail) {
        var key = "detail." + detail.kind();
        if (detail.label() == null && texts.has(key + ".nameless")) return key + ".nameless";
        if (detail.before() == null && texts.has(key + ".new")) return key + ".new";
        if (detail.after() == null && texts.has(key + ".gone")) return key + ".gone";
        return key;
    }

    private String value(@Nullable String value, Detail detail, String language) {
        return "type".equals(detail.property()) ? named("type.", value, language) : shortened(value);
    }

    private String named(String prefix, @Nullable String name, String language) {
        if (name == null) return "";
        var plain = NAMED.matcher(name).replaceAll("");
        if (!texts.has(prefix + plain)) return name;
        var names = NAMED.matcher(name).results().map(found -> found.group(1)).collect(joining(", "));
        var known = texts.get(language, prefix + plain, Map.of());
        return names.isEmpty() ? known : known + " " + names;
    }

    private static String shortened(@Nullable String text) {
        if (text == null) return "";
        var line = text.replaceAll("\\s+", " ").strip();
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + " …";
    }
}
