package io.tandem.bot;

import static java.util.stream.Collectors.joining;

import io.tandem.bot.Fact.Kind;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the facts look like. What is told apart best comes first, and what only looks like some number last. */
final class FactShapes {

    private static final int ANY_CASE = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    private static final int DIGITS_OF_A_NUMBER = 6;

    private static final String MONTH = Stream.of(Locale.GERMAN, Locale.ENGLISH, new Locale("de", "AT"))
            .flatMap(language -> Arrays.stream(Month.values())
                    .flatMap(month -> Stream.of(TextStyle.FULL, TextStyle.SHORT)
                            .map(style -> month.getDisplayName(style, language).replace(".", ""))))
            .distinct()
            .sorted((one, other) -> other.length() - one.length())
            .collect(joining("|", "(?:", ")"));

    private static final String IS = "\\s{0,3}[:.#]?\\s{0,3}(?:is|ist|lautet)?\\s{0,3}";
    private static final String NUMBER_WORD = "[ -]{0,2}(?:no\\.?|number|num\\.?|nr\\.?|nummer|id|code|#)";
    private static final String AMOUNT = "\\d{1,9}(?:[.,'’]\\d{3}){0,3}(?:[.,]\\d{2})?";
    private static final String BEFORE = "(?:€|EUR|\\$|USD|£|GBP|CHF)";
    private static final String AFTER =
            "(?:€|EUR\\b|Euros?\\b|Cents?\\b|\\$|USD\\b|dollars?\\b|£|GBP\\b|pounds?\\b|CHF\\b|Franken\\b)";
    private static final String HOUSE = " ?\\d{1,4} ?[a-z]?\\b";
    private static final String TOWN = "\\s{0,2},?\\s{0,3}(?:[A-Z]{1,2}-)?\\d{4,5} [\\p{L}-]{2,40}";
    private static final String NAME = "\\p{Lu}[\\p{L}'’-]{1,30}+(?: \\p{Lu}[\\p{L}'’-]{1,30}+){0,2}";

    static final List<FactShape> ALL = List.of(
            shape(
                    Kind.EMAIL,
                    "(?<![\\p{L}\\p{N}_.+-])[\\p{L}\\p{N}_.+-]{1,64}(?:\\s?@\\s?|\\s?[(\\[](?:at|ät)[)\\]]\\s?)"
                            + "[\\p{L}\\p{N}-]{1,63}(?:\\.[\\p{L}\\p{N}-]{1,63}){1,8}"),
            new FactShape.Checked(Kind.IBAN, CheckedNumber.IBAN),
            shape(Kind.ORDER, "\\bWK-?\\d{8}\\b"),
            shape(Kind.INVOICE, "\\bR-?\\d{9}\\b"),
            labelled(Kind.CUSTOMER_NUMBER, "(?:Kunden|customer|client|account)", 3),
            labelled(Kind.TRACKING, "(?:Sendungs?|Sendungsverfolgungs?|Paket|Tracking|parcel|shipment)", 3),
            labelled(Kind.INVOICE, "(?:Rechnungs?|invoice|bill)", 3),
            labelled(Kind.ORDER, "(?:Bestell(?:ungs?)?|Auftrags?|order|purchase)", 3),
            unlabelled(Kind.INVOICE, "(?:Rechnung|invoice)"),
            unlabelled(Kind.ORDER, "(?:Bestellung|Auftrag|order)"),
            shape(
                    Kind.TRACKING,
                    "\\b(?:1Z[0-9A-Z]{16}|JJD\\d{16,18}|00340\\d{15}|[A-Z]{2}\\d{9}[A-Z]{2}|[A-Z]{2} \\d{3} \\d{3} \\d{3} [A-Z]{2})\\b"),
            new FactShape.Checked(Kind.CARD, CheckedNumber.CARD),
            shape(Kind.AMOUNT, BEFORE + "\\s?" + AMOUNT + "|(?<!\\d)" + AMOUNT + "(?:,-{1,2})?\\s?" + AFTER),
            shape(
                    Kind.DATE,
                    "(?<![\\d.])(?:0?[1-9]|[12]\\d|3[01])\\.\\s?(?:0?[1-9]|1[0-2])\\.(?:\\s?(?:\\d{4}|\\d{2}))?(?!\\d)"
                            + "|\\b\\d{4}-\\d{2}-\\d{2}\\b|\\b\\d{1,2}/\\d{1,2}/\\d{2,4}\\b"),
            shape(
                    Kind.DATE,
                    "(?<!\\d)(?:0?[1-9]|[12]\\d|3[01])(?:\\.|st|nd|rd|th)?\\s?(?:of\\s)?" + MONTH
                            + "\\b(?:\\.?,?\\s\\d{4}\\b)?|\\b" + MONTH
                            + "\\.?\\s(?:0?[1-9]|[12]\\d|3[01])(?:st|nd|rd|th)?\\b(?:,?\\s\\d{4}\\b)?"),
            shape(
                    Kind.PHONE,
                    "(?<![\\p{L}\\p{N}+])(?<!\\d[ -])(?:(?:\\+|00)[1-9](?:[ /().-]{0,3}\\d){7,14}|\\(?0[1-9](?:[ /().-]{0,3}\\d){6,12}"
                            + "|\\(?[2-9]\\d{2}\\)?[ .-]{1,2}\\d{3}[ .-]\\d{4})(?!\\d)"),
            shape(
                    Kind.ADDRESS,
                    "(?<!\\p{L})(?:(?-i:Am|An|Auf|Im|In|Zum|Zur|Alte|Große|Kleine|Neue)(?: de[mnr])? )?[\\p{L}.-]{1,40}"
                            + "(?:(?:straße|strasse|str\\.|allee|gasse)" + HOUSE + "(?:" + TOWN + ")?"
                            + "|(?:platz|weg|damm|ufer|ring|markt|steig)" + HOUSE + TOWN + ")"),
            shape(
                    Kind.ADDRESS,
                    "(?<![\\p{L}\\d])\\d{1,5}[a-z]? (?:[\\p{L}'’-]{1,30}+ ){1,3}"
                            + "(?:Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Drive|Dr|Square|Sq|Boulevard|Blvd|Court|Close|Terrace)\\b\\.?"
                            + "(?:,?\\s{1,3}(?:[\\p{L}'’-]{2,30}+,? ){1,3}(?:[A-Z]{1,2}\\d[A-Z\\d]? ?\\d[A-Z]{2}|[A-Z]{2} \\d{5})\\b)?"),
            named("(?i:mein name ist|ich hei(?:ß|ss)e|my name is|name:)\\s{1,3}(" + NAME + ")"),
            named("\\b(?:Herrn?|Frau|Mr\\.?|Mrs\\.?|Ms\\.?|Dr\\.) (" + NAME + ")"),
            named("(?i:grü(?:ß|ss)en?|gru(?:ß|ss)|\\bmfg|\\blg|\\bvg|regards|sincerely|yours),?\\s{1,5}(" + NAME
                    + ")\\s{0,5}(?:$|\\n)"),
            new FactShape.Matching(
                    Kind.NUMBER,
                    Pattern.compile(
                            "(?:(?<![\\p{L}\\p{N}])[A-Za-z]{1,4}-?)?(?:\\d{2,9}[ /-]){0,9}\\d{3,30}(?:[ /-]\\d{2,9}){0,9}"),
                    FactShapes::isLong));

    private FactShapes() {}

    private static FactShape shape(Kind kind, String pattern) {
        return new FactShape.Matching(kind, Pattern.compile(pattern, ANY_CASE), value -> true);
    }

    /** Names have capitals: all other words are words. */
    private static FactShape named(String pattern) {
        return new FactShape.Matching(Kind.NAME, Pattern.compile(pattern, Pattern.UNICODE_CASE), value -> true);
    }

    /** "order number 4711" */
    private static FactShape labelled(Kind kind, String label, int digits) {
        return shape(kind, label + NUMBER_WORD + IS + number(digits));
    }

    /** "my order 4711123": a shorter number may be a quantity or a year. */
    private static FactShape unlabelled(Kind kind, String label) {
        return shape(kind, "\\b" + label + IS + number(5));
    }

    private static String number(int digits) {
        return "(?!\\d{4}-\\d{2}-\\d{2})((?=(?:[A-Z/-]{0,6}\\d){" + digits + "})[A-Z0-9](?:[A-Z0-9/-]{0,28}[A-Z0-9])?+)"
                + "(?![.,]?\\d|\\s?" + AFTER + ")";
    }

    private static boolean isLong(String number) {
        return number.chars().filter(Character::isDigit).count() >= DIGITS_OF_A_NUMBER;
    }
}
