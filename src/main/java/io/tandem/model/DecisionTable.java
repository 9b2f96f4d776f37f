package io.tandem.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A table of a DMN file as data, so that it can be judged without an engine: which row may decide, and what it says.
 *
 * @param hitPolicy as written; UNIQUE where nothing stands
 */
public record DecisionTable(
        String id,
        @Nullable String label,
        String hitPolicy,
        List<Input> inputs,
        List<Output> outputs,
        List<Row> rows,
        int line) {

    /** The value of a variable that is not set. */
    public static final Object NULL = new Object() {
        @Override
        public String toString() {
            return "null";
        }
    };

    /** The policy by which the first row that fits decides. */
    public static final String FIRST = "FIRST";

    /**
     * A column that the decision fills in.
     *
     * @param type as written, e.g. {@code integer}; empty where nothing stands
     */
    public record Output(String id, @Nullable String label, String name, String type, int line) {}

    /** A rule, by its cells in the order of the inputs and outputs; the results as written. */
    public record Row(String id, List<UnaryTest> cells, List<String> results, int line) {

        public UnaryTest cell(int input) {
            return input < cells.size() ? cells.get(input) : new UnaryTest.Any();
        }
    }

    /**
     * A column that the decision looks at.
     *
     * @param expression what it reads: a variable, or whether one is (not) a value; else nothing is known about it
     * @param type as written, e.g. {@code double}
     * @param allowed the values that its owner says there are
     */
    public record Input(
            String id, @Nullable String label, String expression, String type, UnaryTest allowed, int line) {

        private static final Pattern COMPARED = Pattern.compile("([A-Za-z_]\\w*)\\s*(!=|=)\\s*(\\S.*)");

        /** The variable that it rests on; the whole expression if it is more than that. */
        public String variable() {
            var compared = COMPARED.matcher(expression);
            return compared.matches() && Feel.literal(compared.group(3)).isPresent() ? compared.group(1) : expression;
        }

        /** Whether its cells are about the value of one variable. */
        public boolean isPlain() {
            return expression.matches("[A-Za-z_]\\w*");
        }

        /** The values that it compares its variable with. */
        public Optional<Object> compared() {
            var compared = COMPARED.matcher(expression);
            return compared.matches() ? Feel.literal(compared.group(3)) : Optional.empty();
        }

        Truth passes(UnaryTest cell, Object variable) {
            var literal = compared();
            if (literal.isEmpty()) return cell.passes(variable);
            var equal = new UnaryTest.Equal(literal.get()).passes(variable);
            if (COMPARED.matcher(expression).replaceFirst("$2").equals("!=")) equal = equal.not();
            return equal == Truth.MAYBE
                    ? cell.passes(true) == cell.passes(false) ? cell.passes(true) : Truth.MAYBE
                    : cell.passes(equal == Truth.YES);
        }
    }

    /** What its owner calls it. */
    public String name() {
        return label == null ? id : label;
    }

    public boolean isFirst() {
        return hitPolicy.equals(FIRST);
    }

    /** All cases that it may meet. */
    public Cases cases() {
        return new Cases(this, Map.of());
    }

    /**
     * What the table may say where some variables are known and the others may have any value. It takes about a
     * millisecond: whoever asks often remembers the answers.
     *
     * @param known a Boolean, String, number or {@link #NULL} for each known variable
     * @return for each row that may decide its outputs by name, but for those that are no literals; an empty map if it may
     *     be that no row fits
     */
    public List<Map<String, String>> outcomes(Map<String, Object> known) {
        var cases = new Cases(this, known);
        var outcomes = IntStream.range(0, rows.size())
                .filter(cases::mayDecide)
                .mapToObj(rows::get)
                .map(this::literalResults);
        var noRow = cases.isCovered() ? Stream.<Map<String, String>>empty() : Stream.of(Map.<String, String>of());
        return Stream.concat(outcomes, noRow).distinct().toList();
    }

    private Map<String, String> literalResults(Row row) {
        var results = new LinkedHashMap<String, String>();
        for (int i = 0; i < outputs.size() && i < row.results().size(); i++) {
            var name = outputs.get(i).name();
            var written = row.results().get(i);
            Feel.literal(written)
                    .filter(Predicate.not(NULL::equals))
                    .ifPresent(value -> results.put(name, plain(value, written)));
        }
        return results;
    }

    private static String plain(Object value, String written) {
        return value instanceof String text ? text : written.strip();
    }
}
