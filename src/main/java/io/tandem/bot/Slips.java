package io.tandem.bot;

/** How many slips of a finger lie between two words: a letter too many, too few, a wrong one, or two swapped. */
final class Slips {

    private Slips() {}

    /** @return at least {@code most + 1} if there are more than {@code most} (optimal string alignment distance) */
    static int between(String one, String other, int most) {
        if (Math.abs(one.length() - other.length()) > most) return most + 1;
        var beforeLast = new int[other.length() + 1];
        var last = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) last[j] = j;
        for (int i = 1; i <= one.length(); i++) {
            var row = new int[other.length() + 1];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                var wrong = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
                row[j] = Math.min(last[j - 1] + wrong, Math.min(last[j], row[j - 1]) + 1);
                if (areSwapped(one, i, other, j)) row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
            }
            beforeLast = last;
            last = row;
        }
        return last[other.length()];
    }

    private static boolean areSwapped(String one, int i, String other, int j) {
        return i > 1 && j > 1 && one.charAt(i - 1) == other.charAt(j - 2) && one.charAt(i - 2) == other.charAt(j - 1);
    }
}
