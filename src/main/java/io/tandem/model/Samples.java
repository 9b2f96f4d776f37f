package io.tandem.model;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * One value of a variable for each that makes a difference to a table.
 *
 * @param named those that its owner says there are; empty if they do not say
 */
record Samples(List<Object> values, Set<Object> named) {

    /** Stands for every text that the table does not name. */
    static final String OTHER = "…";

    private static final Set<String> WHOLE = Set.of("integer", "long");
    private static final Set<String> NUMBERS = Set.of("integer", "long", "double", "number");

    static Samples only(Object value) {
        return new Samples(List.of(value instanceof Number number ? number.doubleValue() : value), Set.of());
    }

    /** @param inputs the columns that rest on the variable, by their position */
    static Samples of(DecisionTable table, List<Integer> inputs) {
        var landmarks = new LinkedHashSet<Object>();
        var named = new LinkedHashSet<Object>();
        var types = new TreeSet<String>();
        for (int column : inputs) {
            var input = table.inputs().get(column);
            input.compared().ifPresent(landmarks::add);
            if (input.compared().isPresent()) continue;
            types.add(input.type().toLowerCase(Locale.ROOT));
            table.rows().forEach(row -> row.cell(column).landmarks().forEach(landmarks::add));
            input.allowed().landmarks().forEach(named::add);
        }
        landmarks.addAll(named);
        return new Samples(values(landmarks, types), named);
    }

    private static List<Object> values(Set<Object> landmarks, Set<String> types) {
        var values = new ArrayList<Object>();
        if (types.contains("boolean") || landmarks.stream().anyMatch(Boolean.class::isInstance)) {
            values.addAll(List.of(true, false));
        }
        values.addAll(numbers(landmarks, types));
        var texts = landmarks.stream().filter(String.class::isInstance).toList();
        values.addAll(texts);
        if (values.isEmpty() || !texts.isEmpty() || types.contains("string")) values.add(OTHER);
        values.add(DecisionTable.NULL);
        return values;
    }

    private static Set<Double> numbers(Set<Object> landmarks, Set<String> types) {
        var bounds = landmarks.stream()
                .filter(Double.class::isInstance)
                .map(Double.class::cast)
                .collect(Collectors.toCollection(TreeSet::new));
        if (bounds.isEmpty() && types.stream().anyMatch(NUMBERS::contains)) bounds.add(0.0);
        if (bounds.isEmpty()) return bounds;
        var numbers = new TreeSet<>(bounds);
        numbers.add(Math.floor(bounds.first()) - 1);
        numbers.add(Math.ceil(bounds.last()) + 1);
        for (var bound : bounds) {
            var next = bounds.higher(bound);
            if (next != null) numbers.add(between(bound, next));
        }
        if (!types.isEmpty() && WHOLE.containsAll(types)) numbers.removeIf(number -> number != Math.rint(number));
        return numbers;
    }

    /** A whole one if there is one. */
    private static double between(double low, double high) {
        var whole = Math.floor(low) + 1;
        return whole < high ? whole : low + (high - low) / 2;
    }

    BitSet all() {
        var all = new BitSet();
        all.set(0, values.size());
        return all;
    }

    /** Those that have to be decided: of the named ones each, and no other. */
    BitSet asked(boolean withNothing) {
        var asked = all();
        for (int i = 0; i < values.size(); i++) {
            var value = values.get(i);
            var isNothing = value == DecisionTable.NULL;
            if (isNothing ? !withNothing : !named.isEmpty() && !named.contains(value)) asked.clear(i);
        }
        return asked;
    }
}
