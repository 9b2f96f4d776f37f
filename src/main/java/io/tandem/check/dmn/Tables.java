package io.tandem.check.dmn;

import io.tandem.check.Decisions;
import io.tandem.check.Finding;
import io.tandem.check.Models;
import io.tandem.check.Rule;
import io.tandem.check.Snapshot;
import io.tandem.model.Cases;
import io.tandem.model.DecisionTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** A table has one answer for every case: no gap, no two rows that contradict each other, none that never counts. */
@Component
final class Tables implements Rule {

    private static final Set<String> POLICIES = Set.of("FIRST", "UNIQUE", "ANY");

    @Override
    public List<Finding> check(Snapshot folder) {
        return Models.in(folder).decisions().stream()
                .flatMap(file -> file.tables().stream().flatMap(table -> check(file, table).stream()))
                .toList();
    }

    private static List<Finding> check(Decisions file, DecisionTable table) {
        if (!POLICIES.contains(table.hitPolicy())) {
            return List.of(file.error("table.hitPolicy", table, table.line(), Map.of("policy", table.hitPolicy())));
        }
        var uneven = uneven(file, table);
        if (!uneven.isEmpty()) return uneven;
        var cases = table.cases();
        var findings = new ArrayList<Finding>();
        gaps(file, table, cases).forEach(findings::add);
        if (table.isFirst()) idle(file, table, cases).forEach(findings::add);
        else overlaps(file, table, cases).forEach(findings::add);
        if (cases.isTooLarge()) findings.add(file.warning("table.tooLarge", table, table.line(), Map.of()));
        return findings;
    }

    /** Rows with more or fewer cells than the table has columns. */
    private static List<Finding> uneven(Decisions file, DecisionTable table) {
        return numbered(table)
                .filter(number -> {
                    var row = table.rows().get(number);
                    return row.cells().size() != table.inputs().size()
                            || row.results().size() != table.outputs().size();
                })
                .map(number -> file.error("table.uneven", table, lineOf(table, number), Map.of("row", counted(number))))
                .toList();
    }

    /** A case with values that no row fits is an error; where only a missing value has no row, the owner hears of it. */
    private static Stream<Finding> gaps(Decisions file, DecisionTable table, Cases cases) {
        var gap = cases.uncovered(false);
        if (gap.isPresent()) {
            return Stream.of(file.error("table.gap", table, table.line(), Map.of("case", shown(table, gap.get()))));
        }
        return cases.uncovered(true).stream()
                .map(empty -> file.warning(
                        "table.gapWithoutValue", table, table.line(), Map.of("case", shown(table, empty))));
    }

    private static Stream<Finding> idle(Decisions file, DecisionTable table, Cases cases) {
        return numbered(table)
                .filter(number -> !cases.mayDecide(number))
                .map(number ->
                        file.warning("table.idleRow", table, lineOf(table, number), Map.of("row", counted(number))));
    }

    /** For each row the first one above that it contradicts: one is enough to mend the row. */
    private static Stream<Finding> overlaps(Decisions file, DecisionTable table, Cases cases) {
        return numbered(table)
                .flatMap(row -> numbered(table)
                        .limit(row)
                        .filter(other -> contradict(table, row, other))
                        .flatMap(other -> overlap(file, table, cases, row, other).stream())
                        .limit(1));
    }

    private static Optional<Finding> overlap(Decisions file, DecisionTable table, Cases cases, int row, int other) {
        return cases.overlap(row, other)
                .map(example -> file.error(
                        "table.contradiction",
                        table,
                        lineOf(table, row),
                        Map.of("row", counted(row), "other", counted(other), "case", shown(table, example))));
    }

    /** Under UNIQUE two rows must not even say the same. */
    private static boolean contradict(DecisionTable table, int row, int other) {
        return table.hitPolicy().equals("UNIQUE")
                || !table.rows()
                        .get(row)
                        .results()
                        .equals(table.rows().get(other).results());
    }

    private static Stream<Integer> numbered(DecisionTable table) {
        return Stream.iterate(0, number -> number < table.rows().size(), number -> number + 1);
    }

    /** As people count. */
    private static String counted(int number) {
        return String.valueOf(number + 1);
    }

    private static int lineOf(DecisionTable table, int number) {
        return table.rows().get(number).line();
    }

    /** An empty case is every case: the table has no rows. */
    private static String shown(DecisionTable table, Map<String, Object> example) {
        return example.isEmpty()
                ? "*"
                : String.join(
                        ", ",
                        example.entrySet().stream()
                                .map(entry -> columnOf(table, entry.getKey()) + " = " + shown(entry.getValue()))
                                .toList());
    }

    /** What its owner calls the column that looks at the variable. */
    private static String columnOf(DecisionTable table, String variable) {
        return table.inputs().stream()
                .filter(input -> input.expression().equals(variable))
                .flatMap(input -> Stream.ofNullable(input.label()))
                .findFirst()
                .orElse(variable);
    }

    private static String shown(Object value) {
        if (value instanceof String text) return '"' + text + '"';
        return value instanceof Double number && number == Math.rint(number)
                ? String.valueOf(number.longValue())
                : value.toString();
    }
}
