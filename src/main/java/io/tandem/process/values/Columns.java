package io.tandem.process.values;

import io.tandem.check.Decisions;
import io.tandem.check.Models;
import io.tandem.model.DecisionTable;
import io.tandem.model.XmlElement;
import io.tandem.process.Variables;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Which variables the columns of the tables fill in: by the tasks that ask, or by a table that repeats what another says. */
final class Columns {

    private static final Pattern TAKEN =
            Pattern.compile("\\s*[$#]\\{\\s*decisionResult\\.(?:singleResult|firstResult)\\.(\\w+)\\s*}\\s*");

    private final Map<String, Set<String>> variables = new HashMap<>();

    Columns(Models models) {
        models.diagrams().forEach(diagram -> diagram.nodes("businessRuleTask").forEach(this::takenBy));
        models.decisions().forEach(this::sameNames);
        // Tables rest on tables, and not endlessly.
        for (int depth = 0; depth < 3; depth++) models.decisions().forEach(this::repeated);
    }

    static boolean isTaken(String expression) {
        return TAKEN.matcher(expression).matches();
    }

    private void takenBy(XmlElement task) {
        var decision = String.valueOf(task.camunda("decisionRef"));
        task.tree().filter(element -> element.is("outputParameter")).forEach(output -> {
            var taken = TAKEN.matcher(output.text());
            if (taken.matches()) add(decision, taken.group(1), String.valueOf(output.attribute("name")));
        });
    }

    private void add(String table, String column, String variable) {
        variables.computeIfAbsent(key(table, column), some -> new TreeSet<>()).add(variable);
    }

    private static String key(String table, String column) {
        return table + "." + column;
    }

    /** A column that is called like a variable of the program is meant for it, whoever asks. */
    private void sameNames(Decisions file) {
        file.tables()
                .forEach(table -> table.outputs()
                        .forEach(output -> Variables.named(output.name())
                                .ifPresent(variable -> add(table.id(), output.name(), variable.name()))));
    }

    private void repeated(Decisions file) {
        for (var table : file.tables()) {
            IntStream.range(0, table.outputs().size())
                    .forEach(column -> columnsNamedIn(file, table, column)
                            .forEach(source -> of(table, column)
                                    .forEach(variable -> variables
                                            .computeIfAbsent(source, some -> new TreeSet<>())
                                            .add(variable))));
        }
    }

    private static Stream<String> columnsNamedIn(Decisions file, DecisionTable table, int column) {
        var written = table.rows().stream()
                .filter(row -> column < row.results().size())
                .map(row -> row.results().get(column))
                .toList();
        return file.tables().stream()
                .filter(other -> other != table)
                .flatMap(other -> other.outputs().stream()
                        .filter(output -> written.contains(output.name()))
                        .map(output -> key(other.id(), output.name())));
    }

    /** The variables that a column fills in. */
    Set<String> of(DecisionTable table, int column) {
        return Set.copyOf(variables.getOrDefault(
                key(table.id(), table.outputs().get(column).name()), Set.of()));
    }
}
