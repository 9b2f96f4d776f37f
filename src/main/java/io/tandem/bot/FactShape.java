package io.tandem.bot;

import io.tandem.bot.Fact.Kind;
import io.tandem.bot.Facts.Span;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What facts of one kind look like. */
interface FactShape {

    Kind kind();

    List<Span> in(String text);

    /** The fact is the pattern's first group, if it has one. */
    record Matching(Kind kind, Pattern pattern, Predicate<String> right) implements FactShape {

        @Override
        public List<Span> in(String text) {
            return pattern.matcher(text)
                    .results()
                    .map(Matching::span)
                    .filter(span -> right.test(text.substring(span.start(), span.end())))
                    .toList();
        }

        private static Span span(MatchResult match) {
            var group = match.groupCount() > 0 && match.group(1) != null ? 1 : 0;
            return new Span(match.start(group), match.end(group));
        }
    }

    record Checked(Kind kind, CheckedNumber number) implements FactShape {
        @Override
        public List<Span> in(String text) {
            return number.in(text);
        }
    }
}
