package io.tandem.desk;

import io.tandem.desk.Brief.Fact;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Finds in a customer's words what an agent would otherwise ask for again. Every pattern is bounded in every part:
 * whoever writes the text must not decide how long it is searched.
 */
final class Facts {

    private static final int LONGEST_TEXT = 20_000;
    private static final int MOST = 50;
    private static final int IBAN_SHOWN = 4;
    private static final String IBAN = "iban";
    private static final String NUMBER = "\\d{1,9}(?:[.,]\\d{3}){0,3}(?:[.,]\\d{2})?";

    private record Kind(String name, Pattern pattern) {

        Kind(String name, String pattern) {
            this(name, Pattern.compile(pattern, Pattern.CASE_INSENSITIVE));
        }
    }

    /** In the order in which agents read them. */
    private static final List<Kind> KINDS = List.of(
            new Kind("order", "\\bWK-?\\d{8}\\b"),
            new Kind("invoice", "\\bR-?\\d{9}\\b"),
            new Kind(IBAN, Pattern.compile("\\b[A-Z]{2}\\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?\\b")),
            new Kind("amount", "(?:€|EUR)\\s?" + NUMBER + "|(?<!\\d)" + NUMBER + "\\s?(?:€|EUR\\b|Euro\\b)"),
            new Kind(
                    "date",
                    "\\b\\d{1,2}\\.\\s?\\d{1,2}\\.(?:\\s?\\d{2,4})?|\\b\\d{4}-\\d{2}-\\d{2}\\b|\\b\\d{1,2}/\\d{1,2}/\\d{2,4}\\b"),
            new Kind("email", "(?<![\\w.+-])[\\w.+-]{1,64}@[\\w-]{1,63}(?:\\.[\\w-]{1,63}){1,8}"));

    private Facts() {}

    /** In the first 20,000 characters, and at most 50. */
    static List<Fact> in(String text) {
        var searched = text.substring(0, Math.min(text.length(), LONGEST_TEXT));
        var facts = new LinkedHashSet<Fact>();
        for (var kind : KINDS) {
            kind.pattern()
                    .matcher(searched)
                    .results()
                    .map(MatchResult::group)
                    .limit(MOST)
                    .map(value -> new Fact(kind.name(), kind.name().equals(IBAN) ? masked(value) : value.strip()))
                    .forEach(facts::add);
        }
        return facts.stream().limit(MOST).toList();
    }

    /** Bank accounts are recognized, not shown around. */
    private static String masked(String iban) {
        var plain = iban.replace(" ", "");
        return plain.substring(0, IBAN_SHOWN) + " … " + plain.substring(plain.length() - IBAN_SHOWN);
    }
}
