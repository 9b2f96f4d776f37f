package io.tandem.process.engine;

import io.tandem.check.Decisions;
import io.tandem.check.Finding;
import io.tandem.check.Models;
import io.tandem.check.Rule;
import io.tandem.check.Snapshot;
import io.tandem.model.XmlElement;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What a table reads, somebody sets: a process, or a table that it rests on. */
@Component
final class KnownInputs implements Rule {

    private static final Set<String> READING = Set.of("inputExpression", "inputEntry", "outputEntry");

    @Override
    public List<Finding> check(Snapshot folder) {
        var models = Models.in(folder);
        var known = SetVariables.anywhere(models);
        return models.decisions().stream().flatMap(file -> check(file, known)).toList();
    }

    private static Stream<Finding> check(Decisions file, Set<String> set) {
        var known = new TreeSet<>(set);
        file.tables().forEach(table -> table.outputs().forEach(output -> known.add(output.name())));
        file.decisions().map(XmlElement::id).forEach(known::add);
        return file.root()
                .tree()
                .filter(element -> READING.contains(element.name()))
                .flatMap(element -> element.first("text").stream()
                        .flatMap(text -> FeelRules.variablesIn(text.text().strip(), element.name()).stream()
                                .filter(name -> !known.contains(name))
                                .map(name -> file.error(
                                                "table.unknownVariable", element, SetVariables.values(name, known))
                                        .at(text.line()))));
    }
}
