package io.tandem.process.values;

import io.tandem.check.Decisions;
import io.tandem.check.Diagram;
import io.tandem.check.Models;
import io.tandem.model.DecisionTable;
import io.tandem.model.Feel;
import io.tandem.model.XmlElement;
import io.tandem.process.Variable;
import io.tandem.process.Variables;
import io.tandem.process.engine.Comparisons;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which texts variables can be: those of the program, and those that the folder itself says or asks for. */
final class Vocabulary {

    private final Map<String, Set<String>> said = new HashMap<>();
    private final Map<String, Set<String>> asked = new HashMap<>();

    /** Variables that get something of which nobody knows beforehand what it is. */
    private final Set<String> open = new HashSet<>();

    private final Columns columns;

    Vocabulary(Models models) {
        columns = new Columns(models);
        models.decisions().forEach(file -> file.tables().forEach(table -> read(file, table)));
        models.diagrams().forEach(this::read);
    }

    Columns columns() {
        return columns;
    }

    private void read(Decisions file, DecisionTable table) {
        for (int column = 0; column < table.outputs().size(); column++) {
            for (var row : table.rows()) {
                if (column >= row.results().size()) continue;
                var written = row.results().get(column);
                for (var variable : columns.of(table, column)) say(variable, written, file);
            }
        }
        for (int column = 0; column < table.inputs().size(); column++) {
            var input = table.inputs().get(column);
            if (!input.isPlain()) continue;
            for (var row : table.rows()) {
                row.cell(column).landmarks().forEach(value -> ask(input.variable(), value));
            }
        }
    }

    private void say(String variable, String written, Decisions file) {
        var literal = Feel.literal(written);
        if (literal.isPresent()) say(variable, literal.get());
        else if (file.tables().stream()
                .flatMap(table -> table.outputs().stream())
                .noneMatch(output -> output.name().equals(written))) open.add(variable);
    }

    private void say(String variable, Object value) {
        said.computeIfAbsent(variable, some -> new TreeSet<>()).add(value.toString());
    }

    private void ask(String variable, Object value) {
        asked.computeIfAbsent(variable, some -> new HashSet<>()).add(value.toString());
    }

    private void read(Diagram diagram) {
        diagram.bpmn("error")
                .flatMap(error -> Stream.ofNullable(error.attribute("errorCode")))
                .forEach(code -> say(Variables.FAILURE.name(), code));
        diagram.root().tree().forEach(element -> {
            switch (element.name()) {
                case "inputParameter", "outputParameter" -> assigned(element.attribute("name"), element);
                case "in", "out" -> handed(element);
                case "conditionExpression" ->
                    Comparisons.in(element.text(), true).made().forEach(made -> ask(made.variable(), made.value()));
                default -> {}
            }
        });
    }

    private void assigned(@Nullable String variable, XmlElement parameter) {
        if (variable == null || Columns.isTaken(parameter.text())) return;
        if (!parameter.children().isEmpty() || Values.isExpression(parameter.text())) open.add(variable);
        else say(variable, parameter.text().strip());
    }

    private void handed(XmlElement mapping) {
        var target = mapping.attribute("target");
        if (target == null || target.equals(mapping.attribute("source"))) return;
        var written = mapping.attribute("sourceExpression");
        if (written == null || Values.isExpression(written)) open.add(target);
        else say(target, written);
    }

    /** Whether the variable may ever be this text. */
    boolean isEver(String variable, String text) {
        if (open.contains(variable) || valuesOf(variable).contains(text)) return true;
        return Variables.named(variable)
                .map(known -> !known.meaning().isListed())
                .orElse(!said.containsKey(variable));
    }

    boolean isAskedFor(String variable, String text) {
        return asked.getOrDefault(variable, Set.of()).contains(text);
    }

    /** The texts that are asked of it: by the program, a diagram or a table. */
    Set<String> askedOf(String variable) {
        var texts = new TreeSet<>(asked.getOrDefault(variable, Set.of()));
        texts.addAll(knownOf(variable));
        return texts;
    }

    /** The texts that it may be, as far as they are known. */
    Set<String> valuesOf(String variable) {
        var values = new TreeSet<>(said.getOrDefault(variable, Set.of()));
        values.addAll(knownOf(variable));
        return values;
    }

    private static Set<String> knownOf(String variable) {
        return Variables.named(variable)
                .map(Variable::meaning)
                .map(meaning -> Stream.concat(meaning.known().stream(), meaning.besides().stream())
                        .collect(Collectors.toSet()))
                .orElse(Set.of());
    }
}
