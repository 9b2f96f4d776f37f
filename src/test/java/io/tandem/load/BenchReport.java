package io.tandem.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What was measured, as a page of Markdown with pictures beside it; written anew after each part. */
final class BenchReport {

    private final Path folder;
    private final List<String> facts = new ArrayList<>();
    private final List<String> sections = new ArrayList<>();

    BenchReport(Path folder) throws IOException {
        this.folder = folder;
        Files.createDirectories(folder);
    }

    void fact(String text, Object... values) {
        var line = "- " + text.formatted(values);
        System.out.println(line);
        facts.add(line);
    }

    void table(String title, List<String> head, List<List<Object>> rows) throws IOException {
        var lines = new ArrayList<String>();
        lines.add("## " + title);
        lines.add("");
        lines.add(line(head));
        lines.add("|" + "---|".repeat(head.size()));
        rows.forEach(row -> lines.add(line(row)));
        var section = String.join("\n", lines);
        System.out.println(section);
        sections.add(section);
        write();
    }

    private static String line(List<?> cells) {
        return cells.stream().map(BenchReport::cell).collect(Collectors.joining(" | ", "| ", " |"));
    }

    private static String cell(Object value) {
        return value instanceof Double number
                ? String.format(Locale.ROOT, number < 10 ? "%.2f" : "%.1f", number)
                : String.valueOf(value);
    }

    void plot(String name, String title, String across, List<Integer> at, Map<String, List<Double>> lines)
            throws IOException {
        Files.writeString(folder.resolve(name + ".svg"), new Plot(title, across, at, lines).svg());
        sections.add("![%s](%s.svg)".formatted(title, name));
        write();
    }

    private void write() throws IOException {
        Files.writeString(
                folder.resolve("bench.md"),
                "# Bench\n\n" + String.join("\n", facts) + "\n\n" + String.join("\n\n", sections) + "\n");
    }
}
