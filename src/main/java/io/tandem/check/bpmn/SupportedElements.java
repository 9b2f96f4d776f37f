package io.tandem.check.bpmn;

import io.tandem.check.Diagram;
import io.tandem.check.DiagramRule;
import io.tandem.check.Finding;
import io.tandem.check.Snapshot;
import io.tandem.model.XmlElement;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What cannot be proven is not drawn: other elements are refused and never taken for something similar. */
@Component
final class SupportedElements implements DiagramRule {

    private static final Set<String> PLAIN = Set.of(
            "serviceTask",
            "userTask",
            "businessRuleTask",
            "receiveTask",
            "callActivity",
            "subProcess",
            "exclusiveGateway",
            "parallelGateway",
            "eventBasedGateway");

    private static final Map<String, Set<String>> TRIGGERS = Map.of(
            "endEvent", Set.of("", "terminate", "error"),
            "intermediateCatchEvent", Set.of("message", "timer"),
            "boundaryEvent", Set.of("message", "timer", "error"));

    private static final Set<String> STARTS_OF_PROCESS = Set.of("", "message");
    private static final Set<String> STARTS_OF_EVENT_SUB_PROCESS = Set.of("message", "timer", "error");

    /** What a node may not have, by which it would run more than once or other than it is drawn. */
    private static final Set<String> TWISTS = Set.of(
            "multiInstanceLoopCharacteristics", "standardLoopCharacteristics", "isForCompensation", "instantiate");

    @Override
    public Stream<Finding> check(Diagram diagram, Snapshot folder) {
        return diagram.scopes()
                .flatMap(scope -> Diagram.nodesOf(scope)
                        .flatMap(node -> unsupported(scope, node).map(kind -> finding(diagram, node, kind))));
    }

    private static Finding finding(Diagram diagram, XmlElement node, String kind) {
        return diagram.error("element.unsupported", node, Map.of("kind", kind));
    }

    /** What of it is not supported. */
    private static Stream<String> unsupported(XmlElement scope, XmlElement node) {
        if (!PLAIN.contains(node.name()) && !node.is("startEvent") && !TRIGGERS.containsKey(node.name())) {
            return Stream.of(node.name());
        }
        return Stream.concat(twists(node), triggers(scope, node));
    }

    private static Stream<String> twists(XmlElement node) {
        var children = node.children().stream().map(XmlElement::name).filter(TWISTS::contains);
        var attributes = node.attributes().entrySet().stream()
                .filter(attribute -> TWISTS.contains(attribute.getKey())
                        && attribute.getValue().equals("true"))
                .map(Map.Entry::getKey);
        var isExternal = node.camunda("type") != null;
        return Stream.of(children, attributes, isExternal ? Stream.of("camunda:type") : Stream.<String>empty())
                .flatMap(twist -> twist);
    }

    private static Stream<String> triggers(XmlElement scope, XmlElement node) {
        var allowed = node.is("startEvent") ? starts(scope) : TRIGGERS.get(node.name());
        if (allowed == null) return Stream.empty();
        var triggers = node.children().stream()
                .map(XmlElement::name)
                .filter(name -> name.endsWith("EventDefinition"))
                .toList();
        if (triggers.size() > 1) return triggers.stream().skip(1);
        return allowed.contains(Diagram.trigger(node))
                ? Stream.empty()
                : Stream.of(triggers.isEmpty() ? node.name() : triggers.get(0));
    }

    private static Set<String> starts(XmlElement scope) {
        if (scope.is("process")) return STARTS_OF_PROCESS;
        return Diagram.isEventSubProcess(scope) ? STARTS_OF_EVENT_SUB_PROCESS : Set.of("");
    }
}
