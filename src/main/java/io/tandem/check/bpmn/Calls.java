package io.tandem.check.bpmn;

import io.tandem.check.Diagram;
import io.tandem.check.DiagramRule;
import io.tandem.check.Finding;
import io.tandem.check.Models;
import io.tandem.check.Snapshot;
import io.tandem.model.XmlElement;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a diagram calls is in the folder, and a running ticket keeps the version that it was saved with. */
@Component
final class Calls implements DiagramRule {

    @Override
    public Stream<Finding> check(Diagram diagram, Snapshot folder) {
        var models = Models.in(folder);
        var processes = diagram.nodes("callActivity")
                .flatMap(call -> check(
                        diagram,
                        call,
                        new Reference("call", call.attribute("calledElement"), call.camunda("calledElementBinding")),
                        models.processIds()));
        var decisions = diagram.nodes("businessRuleTask")
                .flatMap(task -> check(
                        diagram,
                        task,
                        new Reference("decision", task.camunda("decisionRef"), task.camunda("decisionRefBinding")),
                        models.decisionIds()));
        return Stream.concat(processes, decisions);
    }

    /** @param kind what the names of the findings begin with */
    private record Reference(
            String kind, @Nullable String to, @Nullable String binding) {}

    private static Stream<Finding> check(Diagram diagram, XmlElement node, Reference reference, Set<String> known) {
        var findings = Stream.<Finding>builder();
        var to = reference.to() == null ? "" : reference.to().strip();
        if (!known.contains(to)) {
            var rule = to.isEmpty() ? ".missing" : ".unknown";
            findings.add(diagram.error(
                    reference.kind() + rule, node, Map.of("called", to, "known", String.join(", ", known))));
        }
        if (!"deployment".equals(reference.binding())) {
            findings.add(diagram.error(reference.kind() + ".binding", node, Map.of("called", to)));
        }
        return findings.build();
    }
}
