package io.tandem.check.file;

import io.tandem.check.Finding;
import io.tandem.check.Rule;
import io.tandem.check.Snapshot;
import io.tandem.content.BrokenFile;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Every text that the program asks for is there, and says the same in every language, with the same placeholders. */
@Component
final class MessageTexts implements Rule {

    private static final Pattern FILE = Pattern.compile("texts/messages_(\\w+)\\.properties");

    @Override
    public List<Finding> check(Snapshot folder) {
        var findings = new ArrayList<Finding>();
        var all = new TreeMap<String, TextFile>();
        folder.files().forEach((name, bytes) -> {
            var file = FILE.matcher(name);
            if (!file.matches()) return;
            try {
                all.put(file.group(1), TextFile.read(name, file.group(1), bytes));
            } catch (BrokenFile broken) {
                all.put(file.group(1), TextFile.unread(name));
                findings.add(Finding.error("text.broken", name, null, Map.of("reason", broken.reason()))
                        .at(broken.line()));
            }
        });
        TextFile.LANGUAGES.stream()
                .filter(language -> !all.containsKey(language))
                .map("texts/messages_%s.properties"::formatted)
                .forEach(file -> findings.add(Finding.error("text.noFile", file, null, Map.of())));
        all.values().removeIf(file -> file.texts().isEmpty());
        check(all.values()).forEach(findings::add);
        return findings;
    }

    private static Stream<Finding> check(Collection<TextFile> files) {
        var keys = new TreeSet<String>();
        files.forEach(file -> keys.addAll(file.texts().keySet()));
        var gone = new TreeSet<String>();
        files.forEach(file -> gone.addAll(file.shipped().keySet()));
        gone.removeAll(keys);
        return Stream.concat(
                gone.stream().flatMap(key -> files.stream().map(file -> gone(key, file))),
                keys.stream().flatMap(key -> same(key, files)));
    }

    /** The program asks for it, and no language has it. It says its own words until then, so that a new program fits an old folder. */
    private static Finding gone(String key, TextFile file) {
        var values = Map.of("key", key, "text", file.shipped().getOrDefault(key, ""));
        return Finding.warning("text.gone", file.file(), null, values);
    }

    private static Stream<Finding> same(String key, Collection<TextFile> files) {
        var having = files.stream().filter(file -> file.text(key) != null).toList();
        return Stream.concat(
                files.stream().flatMap(file -> missing(key, file, having.get(0))), Placeholders.different(key, having));
    }

    private static Stream<Finding> missing(String key, TextFile file, TextFile other) {
        var text = file.text(key);
        if (text == null) return Stream.of(file.error("text.missing", key, Map.of("key", key, "other", other.file())));
        return text.isBlank() ? Stream.of(file.error("text.empty", key, Map.of("key", key))) : Stream.empty();
    }
}
