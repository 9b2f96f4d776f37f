package io.tandem.bot;

import static java.util.Comparator.comparing;
import static java.util.function.Predicate.not;
import static java.util.stream.Collectors.joining;

import io.tandem.bot.Fact.Kind;
import java.util.Arrays;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What in a text leads to a person: facts, and the names of those who take part. */
public final class PersonalData {

    /** Customers may call themselves anything: a sentence, a sum, a link. Not everything is said after them. */
    private static final Pattern A_NAME = Pattern.compile("(?:[\\p{L}\\p{M}'’ -]|\\.(?= |$)){1,60}");

    private static final int SHORT_NAME = 2;

    private final Pattern names;

    private PersonalData(Pattern names) {
        this.names = names;
    }

    /** @param names by which people are called who may be spoken of */
    public static PersonalData of(Stream<String> names) {
        var known = names.flatMap(PersonalData::parts)
                .distinct()
                .sorted(comparing(String::length).reversed())
                .map(PersonalData::asWords)
                .collect(joining("|"));
        return new PersonalData(Pattern.compile(
                "(?<![\\p{L}\\p{N}_])(?:" + (known.isEmpty() ? "(?!)" : known) + ")(?=s?(?![\\p{L}\\p{N}_]))"));
    }

    public static boolean isName(String words) {
        return A_NAME.matcher(words).matches();
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

    /**
     * The text with something else in the place of names and of such facts; of a text longer than
     * {@link Facts#LONGEST_TEXT} the beginning.
     */
    public String replaced(String text, Predicate<Kind> which, BiFunction<Kind, String, String> by) {
        var start = text.substring(0, Math.min(text.length(), Facts.LONGEST_TEXT));
        return names.matcher(withoutFacts(start, which, by))
                .replaceAll(match -> Matcher.quoteReplacement(by.apply(Kind.NAME, match.group())));
    }

    private static String withoutFacts(String text, Predicate<Kind> which, BiFunction<Kind, String, String> by) {
        var facts = Facts.in(text).stream()
                .filter(fact -> which.test(fact.kind()))
                .sorted(comparing(Fact::start))
                .toList();
        var replaced = new StringBuilder();
        int end = 0;
        for (var fact : facts) {
            replaced.append(text, end, fact.start());
            replaced.append(by.apply(fact.kind(), text.substring(fact.start(), fact.end())));
            end = fact.end();
        }
        return replaced.append(text.substring(end)).toString();
    }
}
