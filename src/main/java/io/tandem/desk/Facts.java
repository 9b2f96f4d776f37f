package io.tandem.desk;

import io.tandem.desk.Brief.Fact;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Finds in a customer's words what an agent would otherwise ask for again. */
final class Facts {

    private static final int IBAN_SHOWN = 4;

    /** In the order in which agents read them. */
    private static final List<Map.Entry<String, Pattern>> KINDS = List.of(
            Map.entry("order", Pattern.compile("\\bWK-?\\d{8}\\b", Pattern.CASE_INSENSITIVE)),
            Map.entry("invoice", Pattern.compile("\\bR-?\\d{9}\\b", Pattern.CASE_INSENSITIVE)),
            Map.entry("iban", Pattern.compile("\\b[A-Z]{2}\\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?\\b")),
            Map.entry(
                    "amount",
                    Pattern.compile(
                            "(?:€|EUR)\\s?\\d+(?:[.,]\\d{3})*(?:[.,]\\d{2})?|\\d+(?:[.,]\\d{3})*(?:[.,]\\d{2})?\\s?(?:€|EUR\\b|Euro\\b)",
                            Pattern.CASE_INSENSITIVE)),
            Map.entry(
                    "date",
                    Pattern.compile("\\b\\d{1,2}\\.\\s?\\d{1,2}\\.(?:\\s?\\d{2,4})?|\\b\\d{4}-\\d{2}-\\d{2}\\b"
                            + "|\\b\\d{1,2}/\\d{1,2}/\\d{2,4}\\b")),
            Map.entry("email", Pattern.compile("[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+")));

    private Facts() {}

    static List<Fact> in(String text) {
        var facts = new LinkedHashSet<Fact>();
        for (var kind : KINDS) {
            kind.getValue()
                    .matcher(text)
                    .results()
                    .map(MatchResult::group)
                    .map(value -> new Fact(kind.getKey(), kind.getKey().equals("iban") ? masked(value) : value.strip()))
                    .forEach(facts::add);
        }
        return List.copyOf(facts);
    }

    /** Bank accounts are recognized, not shown around. */
    private static String masked(String iban) {
        var plain = iban.replace(" ", "");
        return plain.substring(0, IBAN_SHOWN) + " … " + plain.substring(plain.length() - IBAN_SHOWN);
    }
}
