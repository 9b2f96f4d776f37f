package io.tandem;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * An edit of one file that stands in {@code checks/*.txt}.
 *
 * @param expected the last line of the block: rule and element; empty where the edit is sensible
 */
record Edit(String name, String file, List<Replacement> replacements, String expected) {

    record Replacement(List<String> old, List<String> now) {
        Replacement() {
            this(new ArrayList<>(), new ArrayList<>());
        }
    }

    static Stream<Edit> in(String list) {
        try {
            return Stream.of(Files.readString(Path.of("src/test/resources/checks", list))
                            .split("\n\n+"))
                    .filter(block -> block.startsWith("# ") && block.contains("\n- "))
                    .map(block -> read(block.lines().toList()));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Edit read(List<String> block) {
        var replacements = new ArrayList<Replacement>();
        var expected = "";
        for (var line : block.subList(2, block.size())) {
            var words = line.length() < 2 ? "" : line.substring(2);
            if (line.startsWith("-")) {
                if (replacements.isEmpty() || !last(replacements).now().isEmpty()) replacements.add(new Replacement());
                last(replacements).old().add(words);
            } else if (line.startsWith("+")) {
                last(replacements).now().add(words);
            } else {
                expected = line;
            }
        }
        return new Edit(block.get(0).substring(2), block.get(1), replacements, expected);
    }

    private static Replacement last(List<Replacement> replacements) {
        return replacements.get(replacements.size() - 1);
    }

    String rule() {
        return expected.split(" ")[0];
    }

    String element() {
        return expected.substring(expected.indexOf(' ') + 1);
    }

    Edited of(Edited folder) {
        for (var replacement : replacements) {
            folder = folder.replace(file, String.join("\n", replacement.old()), String.join("\n", replacement.now()));
        }
        return folder;
    }

    @Override
    public String toString() {
        return file + ": " + name;
    }
}
