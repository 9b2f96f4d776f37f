package io.tandem.desk.offer;

import static java.util.regex.Pattern.CASE_INSENSITIVE;
import static java.util.regex.Pattern.MULTILINE;
import static java.util.regex.Pattern.UNICODE_CASE;
import static java.util.stream.Collectors.joining;

import io.tandem.bot.Fact;
import io.tandem.bot.Fact.Kind;
import io.tandem.bot.Facts;
import io.tandem.bot.PersonalData;
import io.tandem.content.Markdown;
import io.tandem.content.Texts;
import io.tandem.ticket.Message;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What was said on one ticket, as it may be read on another: each fact gives way to its kind, in brackets, also amounts
 * and dates, for they are true of the other ticket only. Names go, and with them the salutation and all from the
 * farewell on: who writes anew greets anew.
 */
@Component
class Masks {

    private static final String PART_OF_A_NAME =
            "(?-i:\\p{Lu}|(?:von|van|vom|zu|der|den|de|di|da|la|le|al|el|ten|ter)(?!\\p{L}))[\\p{L}\\p{M}.'’/-]{0,40}";

    /** After a salutation: names and titles, or one word of any kind ("Hi there"). */
    private static final String WHOM = "(?:(?:[ \\t]+" + PART_OF_A_NAME + "){0,5}|[ \\t]+\\p{L}{1,20})";

    private final Texts texts;
    private final Markdown words;

    Masks(Texts texts, Markdown words) {
        this.texts = texts;
        this.words = words;
    }

    /** @param names of the ticket's people, beside those that stand at its messages */
    Masked of(List<Message> said, String language, Stream<@Nullable String> names) {
        var written = said.stream().map(Message::text).flatMap(text -> Facts.in(text).stream());
        var called = written.filter(fact -> fact.kind() == Kind.NAME).map(Fact::value);
        var known = Stream.concat(said.stream().map(Message::name), names).filter(Objects::nonNull);
        return new Masked(PersonalData.of(Stream.concat(known, called)), language);
    }

    final class Masked {

        private final PersonalData personal;
        private final String language;

        private Masked(PersonalData personal, String language) {
            this.personal = personal;
            this.language = language;
        }

        String text(String text) {
            return personal.replaced(text, any -> true, (kind, words) -> mask(kind))
                    .strip();
        }

        /** A bot's answer: amounts and dates in it are those of an article, and true of everybody. */
        String answer(String markdown) {
            var introduction = texts.get(language, "bot.introduction");
            var answer = markdown.startsWith(introduction) ? markdown.substring(introduction.length()) : markdown;
            return personal.replaced(words.toPlain(answer), Kind::personal, (kind, words) -> mask(kind))
                    .strip();
        }

        private String mask(Kind kind) {
            return "[" + texts.get(language, "offer.mask." + kind.key()) + "]";
        }

        /** What is left of a reply without salutation and farewell. */
        String reply(String text) {
            var begun = salutation()
                    .map(open -> open.matcher(text).replaceFirst(""))
                    .orElse(text);
            var end = farewell().map(close -> close.matcher(begun)).filter(found -> found.find() && found.start() > 0);
            return text(end.map(found -> begun.substring(0, found.start())).orElse(begun));
        }

        private Optional<Pattern> salutation() {
            return oneOf("offer.salutations")
                    .map(words -> Pattern.compile(
                            "\\A\\s*" + words + WHOM + "(?:[,!:]+\\s*|[ \\t]*\\R\\s*)",
                            CASE_INSENSITIVE | UNICODE_CASE));
        }

        /** The closing words begin a line, and nothing but a few short lines follows. */
        private Optional<Pattern> farewell() {
            return oneOf("offer.farewells")
                    .map(words -> Pattern.compile(
                            "^[ \\t]*" + words + "(?!\\p{L})[^\\n]{0,60}(?:\\R[^\\n]{0,60}){0,5}\\z",
                            CASE_INSENSITIVE | UNICODE_CASE | MULTILINE));
        }

        private Optional<String> oneOf(String key) {
            var words = Pattern.compile("\\|")
                    .splitAsStream(texts.get(language, key))
                    .map(String::strip)
                    .filter(word -> !word.isEmpty())
                    .map(Pattern::quote)
                    .collect(joining("|", "(?:", ")"));
            return words.equals("(?:)") ? Optional.empty() : Optional.of(words);
        }
    }
}
