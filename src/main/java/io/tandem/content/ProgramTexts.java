package io.tandem.content;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Words about what process owners change. They belong to the program and not to {@code processes/texts}: they have to be
 * there when just those texts are broken.
 */
public final class ProgramTexts {

    private static final List<String> LANGUAGES = List.of("en", "de");

    private final Map<String, Properties> texts = new TreeMap<>();

    /** @param bundle of {@code <bundle>_<language>.properties} in the program */
    public ProgramTexts(String bundle) {
        for (var language : LANGUAGES) texts.put(language, read("/%s_%s.properties".formatted(bundle, language)));
    }

    private static Properties read(String name) {
        return read(name, new Properties());
    }

    private static Properties read(String name, Properties read) {
        try (var in = ProgramTexts.class.getResourceAsStream(name)) {
            if (in != null) read.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return read;
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }

    public boolean has(String key) {
        return has("en", key);
    }

    public boolean has(String language, String key) {
        return in(language).containsKey(key);
    }

    /** The entries of a file of the program in the order in which they stand there. */
    public static Map<String, String> inOrder(String file) {
        var entries = new LinkedHashMap<String, String>();
        read("/" + file + ".properties", new Properties() {
            @Override
            public synchronized Object put(Object key, Object value) {
                return entries.put(String.valueOf(key), String.valueOf(value));
            }
        });
        return entries;
    }

    /** In English for whom no language of the program is given; a key that is missing shows itself. */
    public String get(String language, String key, Map<String, ?> values) {
        return Blanks.filled(in(language).getProperty(key, key), values);
    }

    /** All texts whose keys begin so, by what follows, in its order. */
    public SortedMap<String, String> startingWith(String language, String prefix) {
        var found = new TreeMap<String, String>();
        for (var key : in(language).stringPropertyNames()) {
            if (key.startsWith(prefix))
                found.put(key.substring(prefix.length()), in(language).getProperty(key));
        }
        return found;
    }

    private Properties in(String language) {
        var known = texts.get(language);
        return known != null ? known : texts.getOrDefault("en", new Properties());
    }
}
