package io.tandem.check.bpmn;

import io.tandem.check.Diagram;
import io.tandem.check.DiagramRule;
import io.tandem.check.Finding;
import io.tandem.check.Snapshot;
import io.tandem.model.XmlElement;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Whoever waits for a message waits for a time: messages can stay away. A task of people has an owner instead. */
@Component
final class Waits implements DiagramRule {

    @Override
    public Stream<Finding> check(Diagram diagram, Snapshot folder) {
        return diagram.scopes()
                .flatMap(scope -> Diagram.nodesOf(scope)
                        .filter(node -> waits(diagram, node))
                        .filter(node -> !endsByTime(diagram, node) && !endsByTimeAround(diagram, scope))
                        .map(node -> diagram.error("wait.noTimer", node, Map.of())));
    }

    private static boolean waits(Diagram diagram, XmlElement node) {
        if (node.is("eventBasedGateway") || node.is("receiveTask")) return true;
        return node.is("intermediateCatchEvent") && !Diagram.isTimer(node) && !followsEventGateway(diagram, node);
    }

    private static boolean followsEventGateway(Diagram diagram, XmlElement event) {
        return diagram.nodes("eventBasedGateway")
                .flatMap(gateway -> diagram.outgoing(gateway).stream())
                .anyMatch(flow -> event.id().equals(flow.attribute("targetRef")));
    }

    private static boolean endsByTime(Diagram diagram, XmlElement node) {
        var ways = diagram.outgoing(node).stream().flatMap(flow -> diagram.target(flow).stream());
        return node.is("eventBasedGateway") && ways.anyMatch(Diagram::isTimer) || hasInterruptingTimer(diagram, node);
    }

    private static boolean hasInterruptingTimer(Diagram diagram, XmlElement node) {
        return diagram.boundary(node).anyMatch(event -> Diagram.isTimer(event) && interrupts(event, "cancelActivity"));
    }

    /** A timer on the sub-process around it, or one that ends everything in there. */
    private static boolean endsByTimeAround(Diagram diagram, XmlElement scope) {
        var inside = Diagram.nodesOf(scope)
                .filter(Diagram::isEventSubProcess)
                .flatMap(Diagram::nodesOf)
                .anyMatch(start ->
                        start.is("startEvent") && Diagram.isTimer(start) && interrupts(start, "isInterrupting"));
        return inside || scope.is("subProcess") && hasInterruptingTimer(diagram, scope);
    }

    private static boolean interrupts(XmlElement event, String attribute) {
        return !"false".equals(event.attribute(attribute));
    }
}
