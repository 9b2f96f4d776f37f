package io.tandem.bot.wording;

import static java.util.stream.Collectors.toSet;

import io.tandem.bot.Fact.Kind;
import io.tandem.bot.Facts;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Where a text leads its readers: links, web and mail addresses, telephone numbers, accounts. */
final class Links {

    private static final String REST = "[^\\s<>()\\[\\]\"'„“”]{0,500}";
    private static final List<Pattern> LINKS = Stream.of(
                    "[a-z][a-z0-9+.-]{1,20}://" + REST,
                    "\\b(?:https?|mailto|tel|sms|javascript|data|file|whatsapp):" + REST,
                    "\\]\\(" + REST,
                    "\\]:\\s?" + REST,
                    "(?<![\\p{L}\\p{N}-])(?:[\\p{L}\\p{N}-]{2,63}\\.){1,5}\\p{L}{2,24}(?![\\p{L}\\p{N}])(?:[/?#:]"
                            + REST + ")?")
            .map(pattern -> Pattern.compile(pattern, Pattern.CASE_INSENSITIVE))
            .toList();
    private static final Pattern PUNCTUATION = Pattern.compile("[.,;:!?]+$");
    private static final Set<Kind> WAYS = EnumSet.of(Kind.EMAIL, Kind.PHONE, Kind.IBAN, Kind.ADDRESS);

    private Links() {}

    /** In one spelling each, so that two texts can be compared. */
    static Set<String> in(String text) {
        var links = LINKS.stream()
                .flatMap(pattern -> pattern.matcher(text).results().map(match -> match.group()));
        var ways = Facts.in(text).stream()
                .filter(fact -> WAYS.contains(fact.kind()))
                .map(fact -> text.substring(fact.start(), fact.end()).replaceAll("[\\s()/.-]", ""));
        return Stream.concat(links, ways)
                .map(link -> PUNCTUATION.matcher(link).replaceAll("").toLowerCase(Locale.ROOT))
                .collect(toSet());
    }
}
