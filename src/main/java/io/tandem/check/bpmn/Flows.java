package io.tandem.check.bpmn;

import io.tandem.check.Diagram;
import io.tandem.check.DiagramRule;
import io.tandem.check.Finding;
import io.tandem.check.Snapshot;
import io.tandem.model.XmlElement;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Every flow leads from one node to another of the same process, and both know of it. */
@Component
final class Flows implements DiagramRule {

    @Override
    public Stream<Finding> check(Diagram diagram, Snapshot folder) {
        return diagram.scopes().flatMap(scope -> check(diagram, scope));
    }

    private static Stream<Finding> check(Diagram diagram, XmlElement scope) {
        var nodes = Diagram.nodesOf(scope).map(XmlElement::id).collect(Collectors.toSet());
        var flows = new HashMap<String, XmlElement>();
        scope.all("sequenceFlow").forEach(flow -> flows.putIfAbsent(flow.id(), flow));
        var findings = Stream.<Finding>builder();
        flows.values().forEach(flow -> dangling(diagram, flow, nodes).forEach(findings::add));
        Diagram.nodesOf(scope).forEach(node -> disagreeing(diagram, node, flows).forEach(findings::add));
        return findings.build();
    }

    private static Stream<Finding> dangling(Diagram diagram, XmlElement flow, Set<String> nodes) {
        return Stream.of("sourceRef", "targetRef")
                .filter(end -> !nodes.contains(String.valueOf(flow.attribute(end))))
                .map(end -> diagram.error("flow.dangling", flow, Map.of("node", String.valueOf(flow.attribute(end)))));
    }

    private static Stream<Finding> disagreeing(Diagram diagram, XmlElement node, Map<String, XmlElement> flows) {
        return Stream.of(Map.entry("incoming", "targetRef"), Map.entry("outgoing", "sourceRef"))
                .flatMap(side -> {
                    var listed = node.all(side.getKey())
                            .map(entry -> entry.text().strip())
                            .collect(Collectors.toSet());
                    var lost = listed.stream()
                            .filter(id -> !isAt(flows.get(id), side.getValue(), node))
                            .map(id -> diagram.error("flow.lost", node, Map.of("flow", diagram.flowNamed(id))));
                    var unlisted = flows.values().stream()
                            .filter(flow -> isAt(flow, side.getValue(), node) && !listed.contains(flow.id()))
                            .map(flow -> diagram.warning("flow.unlisted", node, Map.of("flow", diagram.nameOf(flow))));
                    return Stream.concat(lost, unlisted);
                });
    }

    private static boolean isAt(@org.jspecify.annotations.Nullable XmlElement flow, String end, XmlElement node) {
        return flow != null && node.id().equals(flow.attribute(end));
    }
}
