package io.tandem.check.bpmn;

import io.tandem.check.Diagram;
import io.tandem.check.DiagramRule;
import io.tandem.check.Finding;
import io.tandem.check.Models;
import io.tandem.check.Snapshot;
import io.tandem.model.DecisionTable;
import io.tandem.model.DecisionTable.Output;
import io.tandem.model.Nearest;
import io.tandem.model.XmlElement;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What a task takes from a decision is a column of its table. */
@Component
final class DecisionResults implements DiagramRule {

    private static final Pattern TAKEN = Pattern.compile("decisionResult\\.(?:singleResult|firstResult)\\.(\\w+)");

    @Override
    public Stream<Finding> check(Diagram diagram, Snapshot folder) {
        return diagram.nodes("businessRuleTask")
                .flatMap(task -> table(task, folder).stream().flatMap(table -> check(diagram, task, table)));
    }

    private static Optional<DecisionTable> table(XmlElement task, Snapshot folder) {
        return Models.in(folder).decisions().stream()
                .flatMap(file -> file.tables().stream())
                .filter(table -> table.id().equals(task.camunda("decisionRef")))
                .findFirst();
    }

    private static Stream<Finding> check(Diagram diagram, XmlElement task, DecisionTable table) {
        var columns = table.outputs().stream().map(Output::name).collect(Collectors.toSet());
        return task.tree()
                .flatMap(element -> TAKEN.matcher(element.text())
                        .results()
                        .map((MatchResult taken) -> taken.group(1))
                        .filter(name -> !columns.contains(name))
                        .map(name -> diagram.error(
                                        "decision.noOutput",
                                        task,
                                        Map.of(
                                                "output", name,
                                                "decision", table.name(),
                                                "known", Nearest.listed(name, columns)))
                                .at(element.line())));
    }
}
