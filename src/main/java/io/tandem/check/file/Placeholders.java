package io.tandem.check.file;

import io.tandem.check.Finding;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Whether a text has the same placeholders in all languages, and none that nobody fills. What is wrong stands at its file. */
final class Placeholders {

    private Placeholders() {}

    /** @param files those that have the text */
    static Stream<Finding> different(String key, List<TextFile> files) {
        var strange = files.stream().filter(file -> !isFilled(key, file)).toList();
        if (!strange.isEmpty()) return strange.stream().map(file -> unfilled(key, file));
        var model = files.stream()
                .filter(file -> file.placeholders(key).equals(TextFile.filled(key)))
                .findFirst()
                .orElse(files.get(0));
        var expected = model.placeholders(key);
        return files.stream()
                .filter(file -> !isBlank(key, file) && !file.placeholders(key).equals(expected))
                .map(file -> file.error(
                        "text.placeholders",
                        key,
                        Map.of(
                                "key", key,
                                "here", shown(file.placeholders(key)),
                                "there", shown(expected),
                                "other", model.file())));
    }

    private static boolean isFilled(String key, TextFile file) {
        var filled = TextFile.filled(key);
        return filled == null || filled.containsAll(file.placeholders(key));
    }

    private static Finding unfilled(String key, TextFile file) {
        var filled = TextFile.filled(key);
        return file.error(
                "text.unfilled",
                key,
                Map.of(
                        "key", key,
                        "here", shown(file.placeholders(key)),
                        "there", shown(filled == null ? Set.of() : filled)));
    }

    private static boolean isBlank(String key, TextFile file) {
        return String.valueOf(file.text(key)).isBlank();
    }

    private static String shown(Set<String> placeholders) {
        return placeholders.isEmpty() ? "–" : String.join(", ", placeholders);
    }
}
