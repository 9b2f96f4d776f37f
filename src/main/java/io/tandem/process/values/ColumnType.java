package io.tandem.process.values;

import io.tandem.check.Finding;
import io.tandem.model.DecisionTable;
import io.tandem.process.Variable;
import io.tandem.process.Variables;
import io.tandem.process.values.Values.Problem;
import java.util.Date;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A column has the type of its variable: the engine turns every value into what stands there. */
final class ColumnType {

    private static final Map<Class<?>, Set<String>> FILLING = Map.of(
            String.class, Set.of("string"),
            Integer.class, Set.of("integer"),
            Double.class, Set.of("double", "number"),
            Boolean.class, Set.of("boolean"),
            Date.class, Set.of("date"));

    /** To look at a number, any kind of number will do. */
    private static final Set<String> NUMBERS = Set.of("integer", "long", "double", "number");

    private ColumnType() {}

    static Stream<Finding> ofOutput(TableCells cells, int column, Vocabulary vocabulary) {
        var output = cells.table().outputs().get(column);
        return vocabulary.columns().of(cells.table(), column).stream()
                .flatMap(name -> Variables.named(name).stream())
                .filter(variable -> !fits(output.type(), typesOf(variable)))
                .map(variable -> finding(cells, output.id(), output.type(), variable));
    }

    static Stream<Finding> ofInput(TableCells cells, int column) {
        var input = cells.table().inputs().get(column);
        if (!input.expression().equals(input.variable())) return Stream.empty();
        return Variables.named(input.variable()).stream()
                .filter(variable -> !fits(
                        input.type(), Number.class.isAssignableFrom(variable.type()) ? NUMBERS : typesOf(variable)))
                .map(variable -> finding(cells, input.id(), input.type(), variable));
    }

    /** Of a value in a column that only its owner has a use for: the engine cannot make a number of every word. */
    static Optional<Problem> problemOf(DecisionTable.Output column, Object value) {
        var type = column.type().toLowerCase(Locale.ROOT);
        var values = Map.of("variable", column.name(), "written", Values.shown(value));
        if (value == DecisionTable.NULL) return Optional.empty();
        if (NUMBERS.contains(type) && !(value instanceof Double))
            return Optional.of(new Problem("value.noNumber", values));
        return type.equals("boolean") && !(value instanceof Boolean)
                ? Optional.of(new Problem("value.noTruth", values))
                : Optional.empty();
    }

    private static Set<String> typesOf(Variable<?> variable) {
        return FILLING.getOrDefault(variable.type(), Set.of());
    }

    private static boolean fits(String type, Set<String> wanted) {
        return type.isEmpty() || wanted.contains(type.toLowerCase(Locale.ROOT));
    }

    private static Finding finding(TableCells cells, String id, String type, Variable<?> variable) {
        return cells.file()
                .error(
                        "table.columnType",
                        cells.file().element(id),
                        Map.of(
                                "variable", variable.name(),
                                "type", type,
                                "wanted",
                                        typesOf(variable).stream()
                                                .sorted()
                                                .findFirst()
                                                .orElse("")));
    }
}
