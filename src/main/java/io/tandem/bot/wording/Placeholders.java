package io.tandem.bot.wording;

import io.tandem.bot.Conversation;
import io.tandem.bot.Fact;
import io.tandem.bot.Fact.Kind;
import io.tandem.bot.Facts;
import io.tandem.bot.PersonalData;
import io.tandem.ticket.Message;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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

    private final PersonalData personal;
    private final Map<String, String> byWords = new HashMap<>();
    private final Map<String, String> words = new LinkedHashMap<>();
    private final Map<String, Integer> count = new HashMap<>();

    Placeholders(Conversation conversation) {
        personal = PersonalData.of(
                conversation.messages().stream().map(Message::name).filter(Objects::nonNull));
    }

    /** The text without personal data, up to where facts are looked for. */
    String hide(String text) {
        var plain = INVISIBLE.matcher(text).replaceAll("");
        var start = plain.substring(0, Math.min(plain.length(), Facts.LONGEST_TEXT));
        // Nobody but us makes placeholders.
        start = PLACEHOLDER.matcher(start).replaceAll(match -> match.group().replace('_', ' '));
        return personal.replaced(start, Kind::personal, (kind, words) -> placeholder(kind.name(), words));
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
        if (placeholder.startsWith("<NAME") && !PersonalData.isName(value))
            throw Unusable.dropped("it says a name that is none");
        return value.replaceAll("\\s+", " ");
    }
}
