package io.tandem.model.net;

import io.tandem.model.Truth;
import io.tandem.model.net.Condition.Term;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads the text of a {@link Condition}. */
final class ConditionParser {

    private static final Pattern WORDS = Pattern.compile(
            "\\s*(?:('[^']*'|\"[^\"]*\")|(\\d+(?:\\.\\d+)?)|([A-Za-z_]\\w*)|(==|!=|<=|>=|&&|\\|\\||[!()<>]))");

    private final List<String> words = new ArrayList<>();
    private final Map<String, Set<String>> asked = new HashMap<>();
    private int at;

    ConditionParser(String text) {
        var inside = text.strip();
        if (inside.matches("(?s)[$#]\\{.*}")) inside = inside.substring(2, inside.length() - 1);
        var matcher = WORDS.matcher(inside);
        int end = 0;
        while (matcher.find() && matcher.start() == end) {
            words.add(matcher.group().strip());
            end = matcher.end();
        }
        if (!inside.substring(end).isBlank()) words.add("?");
    }

    Condition parse() {
        try {
            var term = or();
            if (at == words.size()) return new Condition(term, asked);
        } catch (IndexOutOfBoundsException | IllegalStateException notFollowed) {
            // It stays open, which is always true of it.
        }
        return new Condition(values -> Truth.MAYBE, asked);
    }

    private Term or() {
        var left = and();
        while (isNext("or", "||")) {
            at++;
            var first = left;
            var second = and();
            left = values -> first.in(values).or(second.in(values));
        }
        return left;
    }

    private Term and() {
        var left = not();
        while (isNext("and", "&&")) {
            at++;
            var first = left;
            var second = not();
            left = values -> first.in(values).and(second.in(values));
        }
        return left;
    }

    private Term not() {
        if (isNext("not", "!")) {
            at++;
            var negated = not();
            return values -> negated.in(values).not();
        }
        if (isNext("(")) {
            at++;
            var inner = or();
            if (!isNext(")")) throw new IllegalStateException();
            at++;
            return inner;
        }
        return comparison();
    }

    private Term comparison() {
        var left = words.get(at++);
        if (!isNext("==", "eq", "!=", "ne", "<", ">", "<=", ">=", "lt", "gt", "le", "ge")) return flag(left);
        var operator = words.get(at++);
        var right = words.get(at++);
        var equal = operator.equals("==") || operator.equals("eq");
        if (!equal && !operator.equals("!=") && !operator.equals("ne")) {
            ask(left);
            ask(right);
            return values -> Truth.MAYBE;
        }
        var term = isName(left) ? equality(left, right) : equality(right, left);
        return equal ? term : values -> term.in(values).not();
    }

    private Term flag(String word) {
        if (word.equals("true") || word.equals("false")) return values -> Truth.of(word.equals("true"));
        if (!isName(word)) throw new IllegalStateException();
        ask(word).addAll(Set.of("true", "false"));
        return values -> Optional.ofNullable(values.of(word))
                .map(value -> Truth.of(value.equals("true")))
                .orElse(Truth.MAYBE);
    }

    private Term equality(String name, String literal) {
        if (!isName(name) || isName(literal)) {
            ask(name);
            ask(literal);
            return values -> Truth.MAYBE;
        }
        var value = literal.equals("null") ? Values.NULL : literal.replaceAll("^['\"]|['\"]$", "");
        ask(name).add(value);
        return values -> Optional.ofNullable(values.of(name))
                .map(known -> Truth.of(known.equals(value)))
                .orElse(Truth.MAYBE);
    }

    private Set<String> ask(String word) {
        return isName(word) ? asked.computeIfAbsent(word, name -> new HashSet<>()) : new HashSet<>();
    }

    private static boolean isName(String word) {
        return word.matches("[A-Za-z_]\\w*")
                && !Set.of("true", "false", "null", "empty").contains(word);
    }

    private boolean isNext(String... some) {
        return at < words.size() && Set.of(some).contains(words.get(at));
    }
}
