package io.tandem.check.bpmn;

import io.tandem.check.Diagram;
import io.tandem.check.DiagramRule;
import io.tandem.check.Finding;
import io.tandem.check.Snapshot;
import io.tandem.model.XmlElement;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Where ways part, there is always one to go: each has its condition, and one stays for all other cases. */
@Component
final class Splits implements DiagramRule {

    private static final String GATEWAY = "exclusiveGateway";
    private static final Pattern EXPRESSION = Pattern.compile("[$#]\\{.*}", Pattern.DOTALL);

    @Override
    public Stream<Finding> check(Diagram diagram, Snapshot folder) {
        return Stream.concat(
                diagram.nodes(GATEWAY).flatMap(gateway -> gateway(diagram, gateway)),
                diagram.nodes().filter(node -> !node.is(GATEWAY)).flatMap(node -> elsewhere(diagram, node)));
    }

    private static Stream<Finding> gateway(Diagram diagram, XmlElement gateway) {
        var ways = diagram.outgoing(gateway);
        if (ways.size() < 2) return Stream.empty();
        var otherwise = gateway.attribute("default");
        if (otherwise == null) return Stream.of(diagram.error("gateway.noDefault", gateway, Map.of()));
        if (ways.stream().noneMatch(way -> way.id().equals(otherwise))) {
            return Stream.of(
                    diagram.error("gateway.lostDefault", gateway, Map.of("flow", diagram.flowNamed(otherwise))));
        }
        return ways.stream().flatMap(way -> way(diagram, gateway, way, way.id().equals(otherwise)));
    }

    private static Stream<Finding> way(Diagram diagram, XmlElement gateway, XmlElement way, boolean isDefault) {
        if (isDefault == !hasCondition(way)) return isDefault ? Stream.empty() : notAnExpression(diagram, way);
        var values = Map.of("gateway", Diagram.labelOf(gateway));
        return Stream.of(
                isDefault
                        ? diagram.error("flow.conditionOnDefault", way, values)
                        : diagram.error("flow.noCondition", way, values));
    }

    /** The engine takes plain words for a text, which is neither true nor false, and the ticket stops there. */
    private static Stream<Finding> notAnExpression(Diagram diagram, XmlElement way) {
        var condition = way.first("conditionExpression")
                .map(XmlElement::text)
                .orElse("")
                .strip();
        return EXPRESSION.matcher(condition).matches()
                ? Stream.empty()
                : Stream.of(diagram.error("flow.noExpression", way, Map.of("condition", condition)));
    }

    /** Elsewhere a condition would open several ways at once, or none. */
    private static Stream<Finding> elsewhere(Diagram diagram, XmlElement node) {
        return diagram.outgoing(node).stream()
                .filter(Splits::hasCondition)
                .map(way -> diagram.error("flow.conditionElsewhere", way, Map.of("node", Diagram.labelOf(node))));
    }

    private static boolean hasCondition(XmlElement way) {
        return way.first("conditionExpression").isPresent();
    }
}
