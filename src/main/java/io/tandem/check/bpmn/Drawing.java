package io.tandem.check.bpmn;

import io.tandem.check.Diagram;
import io.tandem.check.DiagramRule;
import io.tandem.check.Finding;
import io.tandem.check.Snapshot;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What runs can be seen: each node and flow has its place in the drawing. */
@Component
final class Drawing implements DiagramRule {

    @Override
    public Stream<Finding> check(Diagram diagram, Snapshot folder) {
        var drawn = diagram.root()
                .tree()
                .filter(element -> element.is("BPMNShape") || element.is("BPMNEdge"))
                .map(element -> element.attributes().getOrDefault("bpmnElement", ""))
                .collect(Collectors.toSet());
        return Stream.concat(diagram.nodes(), diagram.flows())
                .filter(element -> !drawn.contains(element.id()))
                .map(element -> diagram.warning("element.notDrawn", element, Map.of("kind", element.name())));
    }
}
