package io.tandem.check.file;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toMap;

import io.tandem.check.Finding;
import io.tandem.content.BrokenFile;
import io.tandem.content.ShippedTexts;
import io.tandem.content.Utf8;
import java.io.IOException;
import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The texts of one language.
 *
 * @param written as it stands in the file, to find the lines again
 */
record TextFile(String file, String written, Map<String, String> texts, String language) {

    /** The languages in which there are always texts, of the program and of the folder. */
    static final List<String> LANGUAGES = List.of("de", "en");

    private static final Map<String, Map<String, String>> SHIPPED =
            LANGUAGES.stream().collect(toMap(language -> language, ShippedTexts::in));

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
        return new TextFile(file, text, byKey, language);
    }

    static TextFile unread(String file) {
        return new TextFile(file, "", Map.of(), "");
    }

    @Nullable
    String text(String key) {
        return texts.get(key);
    }

    /** What the program brings along in this language. */
    Map<String, String> shipped() {
        return SHIPPED.getOrDefault(language, Map.of());
    }

    /** Those that the text has, as they are written. */
    Set<String> placeholders(String key) {
        return placeholdersIn(texts.getOrDefault(key, ""));
    }

    /** Those that the program fills, as its own texts show in some language; null if it does not know the text. */
    static @Nullable Set<String> filled(String key) {
        var texts = SHIPPED.values().stream()
                .flatMap(shipped -> Stream.ofNullable(shipped.get(key)))
                .toList();
        if (texts.isEmpty()) return null;
        return texts.stream().flatMap(text -> placeholdersIn(text).stream()).collect(toCollection(TreeSet::new));
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
