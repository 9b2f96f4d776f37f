package io.tandem.check.bpmn;

import io.tandem.check.Diagram;
import io.tandem.check.DiagramRule;
import io.tandem.check.Finding;
import io.tandem.check.Snapshot;
import io.tandem.model.XmlElement;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Everybody knows where a process begins: by messages, and in one other way at most; a sub-process in one. */
@Component
final class Beginnings implements DiagramRule {

    @Override
    public Stream<Finding> check(Diagram diagram, Snapshot folder) {
        return diagram.scopes().flatMap(scope -> check(diagram, scope));
    }

    private static Stream<Finding> check(Diagram diagram, XmlElement scope) {
        var starts =
                Diagram.nodesOf(scope).filter(node -> node.is("startEvent")).toList();
        if (starts.isEmpty()) return Stream.of(diagram.error("start.missing", scope, Map.of()));
        return starts.stream()
                .filter(start -> !scope.is("process") || !Diagram.trigger(start).equals("message"))
                .skip(1)
                .map(start -> diagram.error("start.several", start, Map.of("scope", Diagram.labelOf(scope))));
    }
}
