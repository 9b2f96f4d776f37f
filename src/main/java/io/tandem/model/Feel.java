package io.tandem.model;

import io.tandem.model.UnaryTest.Any;
import io.tandem.model.UnaryTest.Between;
import io.tandem.model.UnaryTest.Equal;
import io.tandem.model.UnaryTest.Not;
import io.tandem.model.UnaryTest.OneOf;
import io.tandem.model.UnaryTest.Opaque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The part of FEEL that tables are written in: literals, comparisons with them, intervals, lists and their negation. */
public final class Feel {

    private static final String NUMBER = "(-?(?:\\d+(?:\\.\\d+)?|\\.\\d+))";
    private static final Pattern IS_NUMBER = Pattern.compile(NUMBER);
    private static final Pattern TEXT = Pattern.compile("\"([^\"\\\\]*)\"");
    private static final Pattern COMPARISON = Pattern.compile("(<=|>=|<|>)\\s*" + NUMBER);
    private static final Pattern INTERVAL =
            Pattern.compile("([\\[(\\]])\\s*" + NUMBER + "\\s*\\.\\.\\s*" + NUMBER + "\\s*([])\\[])");
    private static final Pattern NEGATION = Pattern.compile("not\\s*\\((.*)\\)", Pattern.DOTALL);

    private Feel() {}

    /** What a cell of a table says. */
    public static UnaryTest cell(String written) {
        var text = written.strip();
        if (text.isEmpty() || text.equals("-")) return new Any();
        var negation = NEGATION.matcher(text);
        var tests = list(negation.matches() ? negation.group(1) : text);
        if (tests.stream().anyMatch(Opaque.class::isInstance)) return new Opaque(text);
        var test = tests.size() == 1 ? tests.get(0) : new OneOf(tests);
        if (!negation.matches()) return test;
        // not(true) calls a function instead of negating a test.
        return test.landmarks().anyMatch(Boolean.class::isInstance) ? new Opaque(text) : new Not(test);
    }

    private static List<UnaryTest> list(String text) {
        return items(text).stream().map(item -> test(item.strip())).toList();
    }

    /** Split at the commas outside of texts. */
    private static List<String> items(String text) {
        var items = new ArrayList<String>();
        var inText = false;
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c == '"') inText = !inText;
            if (c == ',' && !inText) {
                items.add(text.substring(start, i));
                start = i + 1;
            }
        }
        items.add(text.substring(start));
        return items;
    }

    private static UnaryTest test(String text) {
        var comparison = COMPARISON.matcher(text);
        if (comparison.matches()) return compared(comparison.group(1), Double.parseDouble(comparison.group(2)));
        var interval = INTERVAL.matcher(text);
        if (interval.matches()) {
            return new Between(
                    Double.parseDouble(interval.group(2)),
                    interval.group(1).equals("["),
                    Double.parseDouble(interval.group(3)),
                    interval.group(4).equals("]"));
        }
        return literal(text).<UnaryTest>map(Equal::new).orElseGet(() -> new Opaque(text));
    }

    private static UnaryTest compared(String operator, double bound) {
        var orEqual = operator.endsWith("=");
        return operator.startsWith(">")
                ? new Between(bound, orEqual, Double.POSITIVE_INFINITY, true)
                : new Between(Double.NEGATIVE_INFINITY, true, bound, orEqual);
    }

    /** A text, number, truth value or {@link DecisionTable#NULL}; empty if it is an expression. */
    public static Optional<Object> literal(String written) {
        var text = written.strip();
        var quoted = TEXT.matcher(text);
        if (quoted.matches()) return Optional.of(quoted.group(1));
        if (IS_NUMBER.matcher(text).matches()) return Optional.of(Double.valueOf(text));
        return switch (text) {
            case "true" -> Optional.of(true);
            case "false" -> Optional.of(false);
            case "null" -> Optional.of(DecisionTable.NULL);
            default -> Optional.empty();
        };
    }
}
