package io.tandem.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What was measured, as a page of Markdown. */
final class LoadReport {

    private final List<String> facts = new ArrayList<>();
    private final List<String> table = new ArrayList<>(List.of(
            "| request | who asks | requests | median | p95 | p99 | most | limit for p95 | |",
            "|---|---|---:|---:|---:|---:|---:|---:|---|"));
    private final List<String> missed = new ArrayList<>();

    void fact(String text, Object... values) {
        var line = "- " + text.formatted(values);
        System.out.println(line);
        facts.add(line);
    }

    /** @param limit in milliseconds; 0 if there is none */
    void timed(String request, String who, Timings took, int limit) {
        var kept = limit == 0 || took.at(0.95) <= limit;
        if (!kept) missed.add(request + ", " + who);
        var row = String.format(
                Locale.ROOT,
                "| %s | %s | %d | %.1f | **%.1f** | %.1f | %.1f | %s | %s |",
                request,
                who,
                took.millis().size(),
                took.at(0.5),
                took.at(0.95),
                took.at(0.99),
                took.at(1),
                limit == 0 ? "" : limit,
                limit == 0 ? "" : kept ? "kept" : "missed");
        System.out.println(row);
        table.add(row);
    }

    List<String> missed() {
        return missed;
    }

    void writeTo(Path file, String title) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(
                file,
                "# " + title + "\n\n" + String.join("\n", facts) + "\n\nIn milliseconds:\n\n" + String.join("\n", table)
                        + "\n");
    }
}
