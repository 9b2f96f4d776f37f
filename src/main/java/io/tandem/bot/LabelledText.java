package io.tandem.bot;

import io.tandem.content.BrokenFile;
import io.tandem.content.Utf8;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A message and what it is about: a line {@code label<TAB>text} of a file. */
record LabelledText(String label, String text) {

    /** The label of what only a person can answer. */
    static final String OUT_OF_SCOPE = "oos";

    /** @throws BrokenFile if the file cannot be used, with the line and the reason */
    static List<LabelledText> read(Path file) {
        var rows = new ArrayList<LabelledText>();
        var number = 0;
        for (var line : lines(file)) {
            number++;
            if (line.isBlank()) continue;
            var tab = line.indexOf('\t');
            if (tab < 1 || line.substring(tab + 1).isBlank()) {
                throw new BrokenFile(
                        file.toString(), number, "expected label<TAB>text, found \"%s\"".formatted(shortened(line)));
            }
            rows.add(new LabelledText(line.substring(0, tab).strip(), line.substring(tab + 1)));
        }
        if (rows.isEmpty()) throw new BrokenFile(file.toString(), "there is no line label<TAB>text in it");
        return rows;
    }

    private static List<String> lines(Path file) {
        try {
            return Utf8.decoded(file.toString(), Files.readAllBytes(file))
                    .lines()
                    .toList();
        } catch (NoSuchFileException e) {
            throw new BrokenFile(file.toString(), "there is no such file");
        } catch (IOException e) {
            throw new BrokenFile(file.toString(), "it cannot be read: " + e.getMessage());
        }
    }

    private static String shortened(String line) {
        return line.length() > 60 ? line.substring(0, 60) + "..." : line;
    }

    boolean isInScope() {
        return !label.equals(OUT_OF_SCOPE);
    }
}
