package io.tandem.content;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** The texts that the program brings along: it asks for each of them, whatever stands in the folder. */
public final class ShippedTexts {

    private ShippedTexts() {}

    /** @return none in a language that the program does not bring along */
    public static Map<String, String> in(String language) {
        var name = "/processes/texts/messages_" + language + ".properties";
        try (var file = ShippedTexts.class.getResourceAsStream(name)) {
            if (file == null) return Map.of();
            var properties = new Properties();
            properties.load(new InputStreamReader(file, StandardCharsets.UTF_8));
            var texts = new TreeMap<String, String>();
            properties.stringPropertyNames().forEach(key -> texts.put(key, properties.getProperty(key)));
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + name + " in the program", e);
        }
    }
}
