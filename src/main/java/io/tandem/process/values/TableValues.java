package io.tandem.process.values;

import io.tandem.check.Finding;
import io.tandem.check.Models;
import io.tandem.check.Rule;
import io.tandem.check.Snapshot;
import io.tandem.model.DecisionTable;
import io.tandem.model.Feel;
import io.tandem.process.Variable;
import io.tandem.process.Variables;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What a table says are values that the variables behind its columns can have, and what it asks for they can be. */
@Component
final class TableValues implements Rule {

    @Override
    public List<Finding> check(Snapshot folder) {
        var models = Models.in(folder);
        var vocabulary = new Vocabulary(models);
        var findings = new ArrayList<Finding>();
        for (var file : models.decisions()) {
            for (var table : file.tables()) {
                var cells = new TableCells(file, table);
                outputs(cells, vocabulary).forEach(findings::add);
                inputs(cells, new Values(vocabulary)).forEach(findings::add);
            }
        }
        return findings;
    }

    private static Stream<Finding> outputs(TableCells cells, Vocabulary vocabulary) {
        return IntStream.range(0, cells.table().outputs().size()).boxed().flatMap(column -> {
            var types = ColumnType.ofOutput(cells, column, vocabulary);
            var said = cells.outputs(column).flatMap(cell -> said(cells, cell, column, vocabulary));
            return Stream.concat(types, said);
        });
    }

    private static Stream<Finding> said(TableCells cells, TableCells.Cell cell, int column, Vocabulary vocabulary) {
        var literal = Feel.literal(cell.written());
        var isEmpty = cell.written().isEmpty()
                || literal.filter(DecisionTable.NULL::equals).isPresent();
        var values = new Values(vocabulary);
        var variables = vocabulary.columns().of(cells.table(), column).stream()
                .flatMap(name -> Variables.named(name).stream())
                .toList();
        var problems = variables.isEmpty()
                ? ColumnType.problemOf(cells.table().outputs().get(column), literal.orElse(DecisionTable.NULL)).stream()
                : variables.stream()
                        .flatMap(variable -> (isEmpty
                                        ? Needed.problemWithout(variable)
                                        : literal.flatMap(value ->
                                                values.ofSetting(variable, value, isFree(variable, cells, cell))))
                                .stream());
        return problems.map(problem -> cells.error(problem, cell));
    }

    /** Whether the row says so by another column. */
    private static boolean isFree(Variable<?> variable, TableCells cells, TableCells.Cell cell) {
        var where = variable.meaning().onlyWhere();
        return IntStream.range(0, cells.table().outputs().size()).anyMatch(column -> {
            var value = where.get(cells.table().outputs().get(column).name());
            return value != null
                    && Feel.literal(cells.outputOf(cell.row(), column))
                            .filter(said -> !said.equals(value))
                            .isPresent();
        });
    }

    private static Stream<Finding> inputs(TableCells cells, Values values) {
        return IntStream.range(0, cells.table().inputs().size()).boxed().flatMap(column -> {
            var input = cells.table().inputs().get(column);
            if (cells.isSaidByOther(input.variable())) return Stream.empty();
            var compared = input.compared().stream()
                    .flatMap(value -> values.ofComparing(input.variable(), value).stream())
                    .map(problem -> cells.error(problem, input));
            return input.isPlain()
                    ? Stream.concat(ColumnType.ofInput(cells, column), asked(cells, column, values))
                    : compared;
        });
    }

    private static Stream<Finding> asked(TableCells cells, int column, Values values) {
        var variable = cells.table().inputs().get(column).variable();
        return cells.inputs(column)
                .flatMap(cell -> cells.table()
                        .rows()
                        .get(cell.row())
                        .cell(column)
                        .landmarks()
                        .flatMap(value -> values.ofComparing(variable, value).stream())
                        .map(problem -> cells.error(problem, cell)));
    }
}
