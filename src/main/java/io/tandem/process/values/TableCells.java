package io.tandem.process.values;

import io.tandem.check.Decisions;
import io.tandem.check.Finding;
import io.tandem.model.DecisionTable;
import io.tandem.model.XmlElement;
import io.tandem.process.values.Values.Problem;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The cells of a table, each with its place in the file. */
record TableCells(Decisions file, DecisionTable table) {

    /** @param row counted from 0 */
    record Cell(int row, XmlElement element, String written) {}

    Stream<Cell> outputs(int column) {
        return cells("outputEntry", column);
    }

    Stream<Cell> inputs(int column) {
        return cells("inputEntry", column);
    }

    private Stream<Cell> cells(String kind, int column) {
        var rows = rows();
        return IntStream.range(0, rows.size())
                .boxed()
                .flatMap(row ->
                        rows.get(row).all(kind).skip(column).limit(1).map(cell -> new Cell(row, cell, textOf(cell))));
    }

    private List<XmlElement> rows() {
        return file.decisions()
                .filter(decision -> decision.id().equals(table.id()))
                .flatMap(decision -> decision.all("decisionTable"))
                .flatMap(rows -> rows.all("rule"))
                .toList();
    }

    private static String textOf(XmlElement cell) {
        return cell.first("text").map(XmlElement::text).orElse("").strip();
    }

    String outputOf(int row, int column) {
        var results = table.rows().get(row).results();
        return column < results.size() ? results.get(column) : "";
    }

    /** Whether another table of the file says what stands under this name. */
    boolean isSaidByOther(String name) {
        return file.tables().stream()
                .filter(other -> other != table)
                .flatMap(other -> other.outputs().stream())
                .anyMatch(output -> output.name().equals(name));
    }

    Finding error(Problem problem, Cell cell) {
        return file.error(problem.rule(), cell.element(), problem.values());
    }

    Finding error(Problem problem, DecisionTable.Input column) {
        return file.error(problem.rule(), file.element(column.id()), problem.values());
    }
}
