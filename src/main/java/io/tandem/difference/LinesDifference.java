package io.tandem.difference;

import io.tandem.difference.Detail.Kind;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/** What is other in a file that nothing more is known about: lines that came and lines that went. */
final class LinesDifference {

    private static final int MOST = 40;

    private LinesDifference() {}

    static List<Detail> between(byte[] before, byte[] after) {
        var old = lines(before);
        var now = lines(after);
        var details = new ArrayList<Detail>();
        missingIn(now, old).forEach(line -> details.add(Detail.of(Kind.LINE_REMOVED, null, null, line, null)));
        missingIn(old, now).forEach(line -> details.add(Detail.of(Kind.LINE_ADDED, null, null, null, line)));
        return details.subList(0, Math.min(MOST, details.size()));
    }

    private static List<String> lines(byte[] file) {
        return new String(file, StandardCharsets.UTF_8)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    private static List<String> missingIn(List<String> others, List<String> lines) {
        var counts = new HashMap<String, Integer>();
        others.forEach(line -> counts.merge(line, 1, Integer::sum));
        return lines.stream()
                .filter(line -> counts.merge(line, -1, Integer::sum) < 0)
                .toList();
    }
}
