package io.tandem.check.file;

import static java.util.stream.Collectors.toCollection;

import io.tandem.check.Finding;
import io.tandem.content.BrokenFile;
import io.tandem.content.ShippedTexts;
import io.tandem.content.Utf8;
import java.io.IOException;
import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The texts of one language.
 *
 * @param written as it stands in the file, to find the lines again
 * @param shipped what the program brings along in this language
 */
record TextFile(String file, String written, Map<String, String> texts, Map<String, String> shipped) {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)}");
    private static final Pattern BROKEN_ESCAPE = Pattern.compile("\\\\u(?![0-9a-fA-F]{4})");
    private static final Pattern ENTRY = Pattern.compile("(?m)^([\\w.-]+)[ \\t]*[=:]");

    /** @throws BrokenFile if it cannot be read */
    static TextFile read(String file, String language, byte[] bytes) {
        var text = Utf8.decoded(file, bytes);
        var properties = new Properties();
        try {
            properties.load(new StringReader(text));
        } catch (IOException | IllegalArgumentException e) {
            throw new BrokenFile(file, lineOf(BROKEN_ESCAPE, text), String.valueOf(e.getMessage()));
        }
        var byKey = new LinkedHashMap<String, String>();
        properties.stringPropertyNames().forEach(key -> byKey.put(key, properties.getProperty(key)));
        return new TextFile(file, text, byKey, ShippedTexts.in(language));
    }

    static TextFile unread(String file) {
        return new TextFile(file, "", Map.of(), Map.of());
    }

    @Nullable
    String text(String key) {
        return texts.get(key);
    }

    /** Those that the text has, as they are written. */
    Set<String> placeholders(String key) {
        return placeholdersIn(texts.getOrDefault(key, ""));
    }

    /** Those that the program fills; null if it does not know the text. */
    @Nullable
    Set<String> filled(String key) {
        var text = shipped.get(key);
        return text == null ? null : placeholdersIn(text);
    }

    private static Set<String> placeholdersIn(String text) {
        return PLACEHOLDER.matcher(text).results().map(MatchResult::group).collect(toCollection(TreeSet::new));
    }

    Finding error(String rule, String key, Map<String, String> values) {
        return Finding.error(rule, file, null, values).at(lineOf(key));
    }

    private static int lineOf(Pattern sign, String text) {
        var found = sign.matcher(text);
        return found.find() ? lineAt(text, found.start()) : 0;
    }

    private static int lineAt(String text, int position) {
        var before = text.substring(0, position);
        return 1 + (int) before.chars().filter(c -> c == '\n').count();
    }

    private int lineOf(String key) {
        var entries = ENTRY.matcher(written);
        while (entries.find()) {
            if (entries.group(1).equals(key)) return lineAt(written, entries.start());
        }
        return 0;
    }
}
