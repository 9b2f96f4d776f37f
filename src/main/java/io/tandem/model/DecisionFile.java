package io.tandem.model;

import io.tandem.model.DecisionTable.Input;
import io.tandem.model.DecisionTable.Output;
import io.tandem.model.DecisionTable.Row;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the tables of a DMN file. */
public final class DecisionFile {

    private DecisionFile() {}

    /**
     * Its tables in the order of the file. A decision that is no table is left out.
     *
     * @throws BrokenXml if it is no XML
     */
    public static List<DecisionTable> read(byte[] bytes) {
        return tables(XmlFile.read(bytes));
    }

    /** @param definitions the root of the file */
    public static List<DecisionTable> tables(XmlElement definitions) {
        return definitions.all("decision").flatMap(DecisionFile::table).toList();
    }

    private static Stream<DecisionTable> table(XmlElement decision) {
        return decision.first("decisionTable").stream()
                .map(table -> new DecisionTable(
                        decision.id(),
                        decision.label(),
                        orElse(table.attribute("hitPolicy"), "UNIQUE"),
                        table.all("input").map(DecisionFile::input).toList(),
                        table.all("output").map(DecisionFile::output).toList(),
                        table.all("rule").map(DecisionFile::row).toList(),
                        decision.line()));
    }

    private static Input input(XmlElement input) {
        var expression = input.first("inputExpression");
        return new Input(
                input.id(),
                input.attribute("label"),
                expression.map(DecisionFile::text).orElse(""),
                expression
                        .map(element -> orElse(element.attribute("typeRef"), ""))
                        .orElse(""),
                Feel.cell(input.first("inputValues").map(DecisionFile::text).orElse("")),
                input.line());
    }

    private static Output output(XmlElement output) {
        return new Output(
                output.id(),
                output.attribute("label"),
                orElse(output.attribute("name"), ""),
                orElse(output.attribute("typeRef"), ""),
                output.line());
    }

    private static Row row(XmlElement rule) {
        return new Row(
                rule.id(),
                rule.all("inputEntry").map(DecisionFile::text).map(Feel::cell).toList(),
                rule.all("outputEntry").map(DecisionFile::text).toList(),
                rule.line());
    }

    private static String text(XmlElement element) {
        return element.first("text").map(XmlElement::text).orElse("").strip();
    }

    private static String orElse(@Nullable String value, String otherwise) {
        return value == null ? otherwise : value;
    }
}
