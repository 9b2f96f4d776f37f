package io.tandem.check.bpmn;

import io.tandem.check.Diagram;
import io.tandem.check.DiagramRule;
import io.tandem.check.Finding;
import io.tandem.check.Snapshot;
import io.tandem.model.XmlElement;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Every node has a name that people read, and an id of its own. */
@Component
final class Names implements DiagramRule {

    @Override
    public Stream<Finding> check(Diagram diagram, Snapshot folder) {
        return Stream.concat(nameless(diagram), twice(diagram));
    }

    private static Stream<Finding> nameless(Diagram diagram) {
        return diagram.nodes()
                .filter(node -> node.label() == null)
                .map(node -> diagram.error("node.noName", node, Map.of("kind", node.name())));
    }

    private static Stream<Finding> twice(Diagram diagram) {
        var firsts = new HashMap<String, XmlElement>();
        var findings = Stream.<Finding>builder();
        diagram.root().tree().filter(element -> !element.id().isEmpty()).forEach(element -> {
            var first = firsts.putIfAbsent(element.id(), element);
            if (first != null) {
                findings.add(diagram.error(
                        "id.twice", element, Map.of("id", element.id(), "first", String.valueOf(first.line()))));
            }
        });
        diagram.nodes()
                .filter(node -> node.id().isEmpty())
                .forEach(node -> findings.add(diagram.error("id.missing", node, Map.of("kind", node.name()))));
        return findings.build();
    }
}
