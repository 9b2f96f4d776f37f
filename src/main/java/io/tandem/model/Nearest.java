package io.tandem.model;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Which of the names that exist somebody may have meant who wrote another one. */
public final class Nearest {

    private static final int MOST = 3;

    private Nearest() {}

    /** One to three of them, the nearest first: as many as are about as near as the nearest. */
    public static List<String> to(String written, Collection<String> known) {
        var sorted = known.stream()
                .distinct()
                .sorted(Comparator.<String>comparingInt(name -> distance(written, name))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(MOST)
                .toList();
        if (sorted.isEmpty()) return sorted;
        int nearest = distance(written, sorted.get(0));
        return sorted.stream()
                .filter(name -> distance(written, name) <= nearest + 1)
                .toList();
    }

    public static String listed(String written, Collection<String> known) {
        return String.join(", ", to(written, known));
    }

    /** How many letters have to be put in, taken out or changed; small and capital ones are the same. */
    private static int distance(String one, String other) {
        var from = one.toLowerCase(Locale.ROOT);
        var to = other.toLowerCase(Locale.ROOT);
        var above = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) above[j] = j;
        for (int i = 1; i <= from.length(); i++) {
            var row = new int[to.length() + 1];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int changed = above[j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(changed, Math.min(above[j], row[j - 1]) + 1);
            }
            above = row;
        }
        return above[to.length()];
    }
}
