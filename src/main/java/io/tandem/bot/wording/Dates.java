package io.tandem.bot.wording;

import static java.util.stream.Collectors.joining;

import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The days and months that a German or English text names, however it writes them. */
final class Dates {

    private static final List<Locale> LANGUAGES = List.of(Locale.GERMAN, Locale.ENGLISH, new Locale("de", "AT"));
    private static final Map<String, Integer> MONTHS = months();
    private static final Map<String, Integer> WEEKDAYS = weekdays();
    /** Verbs, too. */
    private static final Set<String> AMBIGUOUS = Set.of("may", "march", "mar", "jan");

    private static final String DAY = "(?<day>\\d{1,2})";
    private static final String YEAR = "(?<year>\\d{4}|\\d{2}(?!\\d))";
    private static final String MONTH = "(?<month>" + anyOf(MONTHS) + ")\\b";

    private static final List<Pattern> DATES = List.of(
            pattern("(?<![\\d.])" + DAY + "\\.\\s?(?<month>\\d{1,2})\\.(?:\\s?" + YEAR + ")?(?!\\d)"),
            pattern("(?<!\\d)(?<year>\\d{4})-(?<month>\\d{2})-" + DAY + "(?!\\d)"),
            pattern("(?<!\\d)" + DAY + "/(?<month>\\d{1,2})/" + YEAR + "(?!\\d)"),
            pattern("(?<!\\d)" + DAY + "(?:\\.|st|nd|rd|th)?\\s?(?:of\\s)?" + MONTH + "\\.?(?:,?\\s(?<year>\\d{4}))?"),
            pattern("\\b" + MONTH + "\\.?\\s" + DAY + "(?:st|nd|rd|th)?(?!\\d)(?:,?\\s(?<year>\\d{4}))?"));
    private static final Pattern LONE = pattern("\\b(?:" + anyOf(MONTHS) + "|" + anyOf(WEEKDAYS) + ")s?\\b");

    private Dates() {}

    /** Adds what the text names, and returns the text without the days and months of dates. */
    static String takeOut(String text, Set<String> named) {
        var rest = text;
        for (var pattern : DATES) {
            var dates = pattern.matcher(rest);
            var without = new StringBuilder();
            while (dates.find()) dates.appendReplacement(without, add(dates, named));
            rest = dates.appendTail(without).toString();
        }
        LONE.matcher(rest).results().forEach(match -> addLone(match, named));
        return rest;
    }

    private static String add(Matcher date, Set<String> named) {
        var month = date.group("month").toLowerCase(Locale.ROOT);
        var number = MONTHS.containsKey(month) ? MONTHS.get(month) : Integer.valueOf(month);
        named.add("day " + number + "-" + Integer.valueOf(date.group("day")));
        named.add("month " + number);
        var year = date.group("year");
        // The year remains in the text, as a number.
        return year == null ? " " : " " + (year.length() == 2 ? "20" + year : year) + " ";
    }

    private static void addLone(MatchResult match, Set<String> named) {
        var name = match.group().toLowerCase(Locale.ROOT);
        if (AMBIGUOUS.contains(name)) return;
        var one = name.replaceAll("(?<=[a-zä]{3})s$", "");
        if (MONTHS.containsKey(name)) named.add("month " + MONTHS.get(name));
        else if (WEEKDAYS.containsKey(one)) named.add("weekday " + WEEKDAYS.get(one));
    }

    private static Map<String, Integer> months() {
        var months = new HashMap<String, Integer>();
        for (var language : LANGUAGES) {
            for (var month : Month.values()) {
                for (var style : List.of(TextStyle.FULL, TextStyle.SHORT)) {
                    var name = month.getDisplayName(style, language).replace(".", "");
                    months.put(name.toLowerCase(Locale.ROOT), month.getValue());
                }
            }
        }
        return Map.copyOf(months);
    }

    private static Map<String, Integer> weekdays() {
        var weekdays = new HashMap<>(Map.of("sonnabend", DayOfWeek.SATURDAY.getValue()));
        for (var language : LANGUAGES) {
            Arrays.stream(DayOfWeek.values())
                    .forEach(day -> weekdays.put(
                            day.getDisplayName(TextStyle.FULL, language).toLowerCase(Locale.ROOT), day.getValue()));
        }
        return Map.copyOf(weekdays);
    }

    private static String anyOf(Map<String, Integer> names) {
        return names.keySet().stream()
                .sorted((one, other) -> other.length() - one.length())
                .collect(joining("|"));
    }

    private static Pattern pattern(String pattern) {
        return Pattern.compile(pattern, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }
}
