package io.tandem.bot;

import static java.util.stream.Collectors.toUnmodifiableMap;

import io.tandem.bot.Facts.Span;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Numbers that carry a check: what passes it is one, however it is spaced, and what does not is none. */
enum CheckedNumber {
    IBAN(Pattern.compile("(?<![\\p{L}\\p{N}])[A-Z]{2}[ -]?\\d{2}", Pattern.CASE_INSENSITIVE), CheckedNumber::isIban),
    CARD(Pattern.compile("(?<![\\p{L}\\p{N}])[23456]\\d{3}"), CheckedNumber::isCard);

    /** From the IBAN registry: how long each country's are. */
    private static final Map<String, Integer> LENGTHS = Arrays.stream(("AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22"
                            + " BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DK18 DO28 EE20 EG29 ES24 FI18 FO18 FR27 GB22 GE22 GI23"
                            + " GL18 GR27 GT28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LC32 LI21 LT20 LU20"
                            + " LV21 LY25 MC27 MD24 ME22 MK19 MR27 MT31 MU30 NL18 NO15 PK24 PL28 PS29 PT25 QA29 RO24 RS22"
                            + " SA24 SC31 SD18 SE24 SI19 SK24 SM27 ST25 SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20")
                    .split(" "))
            .collect(toUnmodifiableMap(entry -> entry.substring(0, 2), entry -> Integer.valueOf(entry.substring(2))));

    /** The networks' numbers, by their first digits, and how long they are. */
    private static final Pattern CARDS =
            Pattern.compile("4(?:\\d{12}|\\d{15}|\\d{18})|[25]\\d{15}|3[47]\\d{13}|3[068]\\d{12}|6\\d{15}");

    /** What customers put between groups of digits; the check tells a number from a list of others. */
    private static final String BETWEEN = " -./\t\n";

    private static final int SHORTEST = 13;
    private static final int LONGEST = 34;

    private final Pattern start;
    private final Predicate<String> right;

    CheckedNumber(Pattern start, Predicate<String> right) {
        this.start = start;
        this.right = right;
    }

    List<Span> in(String text) {
        var found = new ArrayList<Span>();
        var starts = start.matcher(text);
        for (int from = 0; from < text.length() && starts.find(from); ) {
            var end = end(text, starts.start());
            if (end > 0) found.add(new Span(starts.start(), end));
            from = end > 0 ? end : starts.start() + 1;
        }
        return found;
    }

    /** Where the longest right number that begins here has ended; 0 if there is none. */
    private int end(String text, int start) {
        var plain = new StringBuilder();
        int end = 0;
        for (int i = start; i < text.length() && plain.length() < LONGEST; i++) {
            var c = text.charAt(i);
            if (isPart(c)) plain.append(Character.toUpperCase(c));
            else if (BETWEEN.indexOf(c) < 0 || !isPart(text.charAt(i - 1))) break;
            var whole = isPart(c) && (i + 1 == text.length() || !isPart(text.charAt(i + 1)));
            if (whole && plain.length() >= SHORTEST && right.test(plain.toString())) end = i + 1;
        }
        return end;
    }

    private static boolean isPart(char c) {
        return c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z';
    }

    private static boolean isIban(String plain) {
        if (plain.length() != LENGTHS.getOrDefault(plain.substring(0, 2), 0)) return false;
        var digits = new StringBuilder();
        (plain.substring(4) + plain.substring(0, 4)).chars().forEach(c -> digits.append(Character.digit(c, 36)));
        return new BigInteger(digits.toString()).mod(BigInteger.valueOf(97)).equals(BigInteger.ONE);
    }

    /** By Luhn's sum. */
    private static boolean isCard(String plain) {
        if (!CARDS.matcher(plain).matches()) return false;
        int sum = 0;
        for (int i = 0; i < plain.length(); i++) {
            var digit = plain.charAt(plain.length() - 1 - i) - '0';
            sum += i % 2 == 0 ? digit : digit / 5 + digit * 2 % 10;
        }
        return sum % 10 == 0;
    }
}
