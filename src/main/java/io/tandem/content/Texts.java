package io.tandem.content;

import io.tandem.setting.BadSetting;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * The words that customers and agents read, by key and language, from {@code texts/messages_<language>.properties}.
 * Placeholders have names: <code>{agent}</code>. A file that cannot be read leaves the last good texts in use; a text that an
 * older folder does not have yet is the program's own.
 */
@Component
public class Texts {

    private static final Logger log = LoggerFactory.getLogger(Texts.class);
    private static final Pattern FILE = Pattern.compile("texts/messages_(\\w+)\\.properties");

    private final ProcessFolder folder;
    private final Languages languages;
    private volatile Map<String, Map<String, String>> texts;

    Texts(ProcessFolder folder, Languages languages) {
        this.folder = folder;
        this.languages = languages;
        texts = read();
    }

    @EventListener(WentLive.class)
    void readAgain() {
        try {
            var now = read();
            if (now.equals(texts)) return;
            texts = now;
            log.info("The texts are live");
        } catch (IllegalArgumentException | BadSetting damaged) {
            log.error("The texts stay as they were: {}", damaged.getMessage());
        }
    }

    private Map<String, Map<String, String>> read() {
        var read = new TreeMap<String, Map<String, String>>();
        folder.files("texts/messages_*.properties").forEach((name, bytes) -> {
            var file = FILE.matcher(name);
            if (!file.matches()) return;
            var texts = new TreeMap<>(ShippedTexts.in(file.group(1)));
            texts.putAll(parse(name, bytes));
            read.put(file.group(1), texts);
        });
        for (var language : languages.all()) {
            if (!read.containsKey(language)) {
                throw new BadSetting(
                        Languages.NAME,
                        "names %s, but there is no texts/messages_%s.properties among the processes"
                                .formatted(language, language));
            }
        }
        return read;
    }

    private static Map<String, String> parse(String name, byte[] bytes) {
        try {
            var properties = new Properties();
            properties.load(new StringReader(new String(bytes, StandardCharsets.UTF_8)));
            var texts = new TreeMap<String, String>();
            properties.stringPropertyNames().forEach(key -> texts.put(key, properties.getProperty(key)));
            return texts;
        } catch (IOException | IllegalArgumentException e) {
            throw new IllegalArgumentException(name + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** The text with its placeholders filled; a key that is missing shows itself, so that somebody notices. */
    public String get(String language, String key, Map<String, ?> values) {
        return Blanks.filled(in(language).getOrDefault(key, key), values);
    }

    public String get(String language, String key) {
        return get(language, key, Map.of());
    }

    public String get(Locale locale, String key) {
        return get(locale.getLanguage(), key);
    }

    /** All texts whose keys begin so, for pages that fill in the words themselves. */
    public Map<String, String> startingWith(String language, String prefix) {
        var found = new TreeMap<String, String>();
        in(language).forEach((key, text) -> {
            if (key.startsWith(prefix)) found.put(key, text);
        });
        return found;
    }

    private Map<String, String> in(String language) {
        return texts.getOrDefault(languages.nearest(language), Map.of());
    }
}
