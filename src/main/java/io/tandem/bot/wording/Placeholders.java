package io.tandem.bot.wording;

import static java.util.Comparator.comparing;
import static java.util.function.Predicate.not;
import static java.util.stream.Collectors.joining;

import io.tandem.bot.Conversation;
import io.tandem.bot.Fact;
import io.tandem.bot.Facts;
import io.tandem.ticket.Message;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Stand in for personal data while a text is out of the house: {@code <EMAIL_1>}. The same words get the same one. */
final class Placeholders {

    private static final Pattern PLACEHOLDER = Pattern.compile("<?\\b[A-Z]+(?:_[A-Z]+)?_\\d+\\b>?");
    private static final Pattern GIVEN = Pattern.compile("<[A-Z]+(?:_[A-Z]+)?_\\d+>");
    private static final Pattern INVISIBLE = Pattern.compile("\\p{Cf}");
    private static final Pattern MARKDOWN = Pattern.compile("[\\\\\\[\\]<>*`!&#|~]");
    /** With these around it, a number of the customer's would become a promise of ours. */
    private static final Pattern PROMISE = Pattern.compile(
            "(?:[€$£%]|EUR|USD|GBP|CHF)[\\s*]{0,3}<[A-Z_]+_\\d+>|<[A-Z_]+_\\d+>[\\s*-]{0,3}(?:[€$£%]|EUR|USD|GBP|CHF|Cent"
                    + "|Euro|Dollar|Prozent|per ?cent|Stunde|Tag|Werktag|Woche|Monat|Jahr|hour|day|working|business|week|month|year)",
            Pattern.CASE_INSENSITIVE);

    /** Customers may call themselves anything: a sentence, a sum, a link. Not everything is said after them. */
    private static final Pattern A_NAME = Pattern.compile("(?:[\\p{L}\\p{M}'’ -]|\\.(?= |$)){1,60}");

    private static final int SHORT_NAME = 2;

    private final Pattern names;
    private final Map<String, String> byWords = new HashMap<>();
    private final Map<String, String> words = new LinkedHashMap<>();
    private final Map<String, Integer> count = new HashMap<>();

    Placeholders(Conversation conversation) {
        var known = conversation.messages().stream()
                .map(Message::name)
                .filter(Objects::nonNull)
                .flatMap(Placeholders::parts)
                .distinct()
                .sorted(comparing(String::length).reversed())
                .map(Placeholders::asWords)
                .collect(joining("|"));
        names = Pattern.compile(
                "(?<![\\p{L}\\p{N}_])(?:" + (known.isEmpty() ? "(?!)" : known) + ")(?=s?(?![\\p{L}\\p{N}_]))");
    }

    /** A name as a whole, and each of its words. */
    private static Stream<String> parts(String name) {
        var whole = name.strip().replaceAll("\\s+", " ");
        return Stream.concat(Stream.of(whole), Arrays.stream(whole.split("[ ,.]+")))
                .filter(not(part -> part.codePointCount(0, part.length()) < 2));
    }

    /** Short names are words, too: "An" is somebody, "an" is not. */
    private static String asWords(String name) {
        var words = Pattern.quote(name).replace(" ", "\\E\\s{1,3}\\Q");
        return name.length() <= SHORT_NAME ? words : "(?iu:" + words + ")";
    }

    /** The text without personal data, up to where facts are looked for. */
    String hide(String text) {
        var plain = INVISIBLE.matcher(text).replaceAll("");
        var start = plain.substring(0, Math.min(plain.length(), Facts.LONGEST_TEXT));
        // Nobody but us makes placeholders.
        start = PLACEHOLDER.matcher(start).replaceAll(match -> match.group().replace('_', ' '));
        return names.matcher(hideFacts(start))
                .replaceAll(match -> Matcher.quoteReplacement(placeholder("NAME", match.group())));
    }

    private String hideFacts(String text) {
        var hidden = new StringBuilder();
        int end = 0;
        for (var fact : inOrder(Facts.in(text))) {
            hidden.append(text, end, fact.start());
            hidden.append(placeholder(fact.kind().name(), text.substring(fact.start(), fact.end())));
            end = fact.end();
        }
        return hidden.append(text.substring(end)).toString();
    }

    private static List<Fact> inOrder(List<Fact> facts) {
        return facts.stream()
                .filter(fact -> fact.kind().personal())
                .sorted(comparing(Fact::start))
                .toList();
    }

    private String placeholder(String kind, String value) {
        return byWords.computeIfAbsent(kind + value.replaceAll("[\\s-]", "").toLowerCase(Locale.ROOT), same -> {
            var placeholder = "<%s_%d>".formatted(kind, count.merge(kind, 1, Integer::sum));
            words.put(placeholder, value);
            return placeholder;
        });
    }

    /** The text with nothing where a placeholder stands. */
    static String without(String text) {
        return GIVEN.matcher(text).replaceAll(" ");
    }

    /**
     * The text as the customer may read it.
     *
     * @throws Unusable if it has a placeholder that we did not give, or makes more of one than it is
     */
    String putBack(String text) {
        if (PROMISE.matcher(text).find()) throw Unusable.dropped("it makes a promise of a customer's number");
        return putBack(text, words -> MARKDOWN.matcher(words).replaceAll("\\\\$0"));
    }

    /**
     * The text as an agent may read it, who sees it as it is and not as Markdown; accounts and cards are not shown around.
     *
     * @throws Unusable if it has a placeholder that we did not give
     */
    String putBackPlain(String text) {
        return putBack(text, Placeholders::shown);
    }

    private static String shown(String words) {
        return Facts.in(words).stream().findFirst().map(Fact::value).orElse(words);
    }

    private String putBack(String text, UnaryOperator<String> written) {
        return PLACEHOLDER
                .matcher(text)
                .replaceAll(match -> Matcher.quoteReplacement(written.apply(wordsFor(match.group()))));
    }

    private String wordsFor(String placeholder) {
        var value = words.get(placeholder);
        if (value == null) throw Unusable.dropped("it has a placeholder that it was not given");
        if (placeholder.startsWith("<NAME") && !A_NAME.matcher(value).matches())
            throw Unusable.dropped("it says a name that is none");
        return value.replaceAll("\\s+", " ");
    }
}
