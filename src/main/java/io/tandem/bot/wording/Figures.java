package io.tandem.bot.wording;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The numbers of a German or English text, with what they count, and its dates; in one spelling each, so that two texts
 * can be compared: 1.000,00 € and EUR 1,000 are the same, 30 days and 30 % are not. Numbers in words are not read.
 */
final class Figures {

    private static final Pattern LIST_NUMBER = Pattern.compile("(?m)^[ \\t]{0,12}\\d{1,3}[.)](?=[ \\t])");
    private static final Pattern TIME = Pattern.compile("(?<!\\d)(\\d{1,2})[:.]00(?=\\s?(?:Uhr|h\\b)|(?<=:00)(?!\\d))");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,30}(?:[.,'’:]\\d{1,30}){0,9}");
    private static final Pattern OTHER_DIGIT = Pattern.compile("[\\p{N}&&[^0-9]]");
    private static final Pattern RANGE = Pattern.compile("\\s?(?:-|–|—|bis(?: zu)?|to|and|und|or|oder)\\s?");
    private static final Pattern GROUPS = Pattern.compile("[1-9]\\d{0,2}(?:([.,'’])\\d{3}(?:\\1\\d{3})*)");
    private static final Map<String, Pattern> AFTER = patterns("^[\\s-]{0,3}", "", units());
    private static final Map<String, Pattern> BEFORE = patterns("", "\\s?$", currencies());
    private static final int LONGEST_UNIT = 30;

    private Figures() {}

    static Set<String> in(String text) {
        var figures = new TreeSet<String>();
        var rest = TIME.matcher(Dates.takeOut(LIST_NUMBER.matcher(text).replaceAll(""), figures))
                .replaceAll("$1");
        OTHER_DIGIT.matcher(rest).results().forEach(digit -> figures.add(digit.group()));
        var numbers = NUMBER.matcher(rest).results().toList();
        var unit = "";
        for (int i = numbers.size() - 1; i >= 0; i--) {
            var number = numbers.get(i);
            unit = unit(rest, number, i + 1 < numbers.size() && isRange(rest, number, numbers.get(i + 1)) ? unit : "");
            figures.add(normal(number.group()));
            if (!unit.isEmpty()) figures.add(normal(number.group()) + " " + unit);
        }
        return figures;
    }

    private static boolean isRange(String text, MatchResult from, MatchResult to) {
        return RANGE.matcher(text.substring(from.end(), to.start())).matches();
    }

    /** In "2 to 4 days" the unit of the one is that of the other. */
    private static String unit(String text, MatchResult number, String other) {
        var after = text.substring(number.end(), Math.min(text.length(), number.end() + LONGEST_UNIT));
        var before = text.substring(Math.max(0, number.start() - LONGEST_UNIT), number.start());
        return found(AFTER, after).or(() -> found(BEFORE, before)).orElse(other);
    }

    private static Optional<String> found(Map<String, Pattern> units, String text) {
        return units.entrySet().stream()
                .filter(unit -> unit.getValue().matcher(text).find())
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** A lone separator before three digits groups them, as in 1.000; any other one is a decimal's. */
    private static String normal(String number) {
        var plain = number.replaceAll("['’]", "");
        if (GROUPS.matcher(plain).matches()) plain = plain.replaceAll("[.,]", "");
        var last = Math.max(plain.lastIndexOf('.'), plain.lastIndexOf(','));
        if (last > 0) plain = plain.substring(0, last).replaceAll("[.,]", "") + "." + plain.substring(last + 1);
        return plain.contains(":")
                ? plain
                : new BigDecimal(plain).stripTrailingZeros().toPlainString();
    }

    private static Map<String, Pattern> patterns(String start, String end, Map<String, String> words) {
        var patterns = new LinkedHashMap<String, Pattern>();
        words.forEach((unit, alternatives) -> patterns.put(
                unit,
                Pattern.compile(
                        start + "(?:" + alternatives + ")" + end, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)));
        return patterns;
    }

    private static Map<String, String> currencies() {
        var currencies = new LinkedHashMap<String, String>();
        currencies.put("EUR", "€|eur\\b|euro");
        currencies.put("USD", "\\$|usd\\b|dollar");
        currencies.put("GBP", "£|gbp\\b|pound");
        currencies.put("CHF", "chf\\b|franken");
        return currencies;
    }

    private static Map<String, String> units() {
        var units = new LinkedHashMap<>(currencies());
        units.put("%", "%|prozent|per ?cent");
        units.put("cent", "cent|ct\\b");
        units.put("workday", "werktag|arbeitstag|business day|working day");
        units.put("day", "(?:kalender)?tag|täg|(?:calendar )?day");
        units.put("week", "woche|wöch|week");
        units.put("month", "monat|month");
        units.put("year", "jahr|jähr|year");
        units.put("hour", "stunde|stünd|hour");
        units.put("minute", "minut|minüt|min\\b");
        units.put("o'clock", "uhr\\b|o'clock");
        return units;
    }
}
