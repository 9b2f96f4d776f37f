package io.tandem.check.file;

import static java.util.stream.Collectors.toCollection;

import io.tandem.check.Finding;
import io.tandem.check.Rule;
import io.tandem.check.Snapshot;
import io.tandem.content.BrokenFile;
import io.tandem.content.Utf8;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** The texts say the same in every language: each key has its words everywhere, with the same placeholders. */
@Component
final class MessageTexts implements Rule {

    private static final Pattern FILE = Pattern.compile("texts/messages_(\\w+)\\.properties");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)}");
    private static final Pattern ENTRY = Pattern.compile("(?m)^([\\w.-]+)[ \\t]*[=:]");

    /** The languages in which there are always texts. */
    private static final List<String> LANGUAGES = List.of("de", "en");

    /** @param text as written, to find the lines again */
    private record Words(String file, String text, Map<String, String> byKey) {

        int lineOf(String key) {
            var entries = ENTRY.matcher(text);
            while (entries.find()) {
                if (entries.group(1).equals(key)) {
                    return 1
                            + (int) text.substring(0, entries.start())
                                    .chars()
                                    .filter(c -> c == '\n')
                                    .count();
                }
            }
            return 0;
        }

        Finding error(String rule, String key, Map<String, String> values) {
            return Finding.error(rule, file, null, values).at(lineOf(key));
        }
    }

    @Override
    public List<Finding> check(Snapshot folder) {
        var findings = new ArrayList<Finding>();
        var all = new TreeMap<String, Words>();
        folder.files().forEach((name, bytes) -> {
            var file = FILE.matcher(name);
            if (!file.matches()) return;
            try {
                all.put(file.group(1), read(name, bytes));
            } catch (BrokenFile broken) {
                all.put(file.group(1), new Words(name, "", Map.of()));
                findings.add(Finding.error("text.broken", name, null, Map.of("reason", broken.reason()))
                        .at(broken.line()));
            }
        });
        LANGUAGES.stream()
                .filter(language -> !all.containsKey(language))
                .map("texts/messages_%s.properties"::formatted)
                .forEach(file -> findings.add(Finding.error("text.noFile", file, null, Map.of())));
        all.values().removeIf(words -> words.byKey().isEmpty());
        compare(all, findings);
        return findings;
    }

    private static Words read(String file, byte[] bytes) {
        var text = Utf8.decoded(file, bytes);
        var properties = new Properties();
        try {
            properties.load(new StringReader(text));
        } catch (IOException | IllegalArgumentException e) {
            throw new BrokenFile(file, String.valueOf(e.getMessage()));
        }
        var byKey = new LinkedHashMap<String, String>();
        properties.stringPropertyNames().forEach(key -> byKey.put(key, properties.getProperty(key)));
        return new Words(file, text, byKey);
    }

    private static void compare(SortedMap<String, Words> all, List<Finding> findings) {
        var keys = new TreeSet<String>();
        all.values().forEach(words -> keys.addAll(words.byKey().keySet()));
        for (var key : keys) {
            var model = all.values().stream()
                    .filter(words -> words.byKey().containsKey(key))
                    .findFirst();
            for (var words : all.values()) {
                model.ifPresent(first -> compare(key, words, first, findings));
            }
        }
    }

    private static void compare(String key, Words words, Words first, List<Finding> findings) {
        var text = words.byKey().get(key);
        if (text == null) {
            findings.add(words.error("text.missing", key, Map.of("key", key, "other", first.file())));
        } else if (text.isBlank()) {
            findings.add(words.error("text.empty", key, Map.of("key", key)));
        } else {
            var expected = placeholders(first.byKey().getOrDefault(key, ""));
            if (!placeholders(text).equals(expected)) {
                findings.add(words.error(
                        "text.placeholders",
                        key,
                        Map.of(
                                "key", key,
                                "here", shown(placeholders(text)),
                                "there", shown(expected),
                                "other", first.file())));
            }
        }
    }

    private static Set<String> placeholders(String text) {
        return PLACEHOLDER.matcher(text).results().map(MatchResult::group).collect(toCollection(TreeSet::new));
    }

    private static String shown(Set<String> placeholders) {
        return placeholders.isEmpty() ? "–" : String.join(", ", placeholders);
    }
}
