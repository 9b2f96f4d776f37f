package io.tandem.model.diagram;

import static io.tandem.model.diagram.Xml.isTrue;

import io.tandem.model.XmlElement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads one node. Whatever could change the way of its tokens is either understood or refused. */
final class NodeReader {

    private static final Map<String, Kind> KINDS = Map.ofEntries(
            Map.entry("startEvent", Kind.START),
            Map.entry("endEvent", Kind.END),
            Map.entry("task", Kind.STEP),
            Map.entry("serviceTask", Kind.STEP),
            Map.entry("sendTask", Kind.STEP),
            Map.entry("scriptTask", Kind.STEP),
            Map.entry("manualTask", Kind.STEP),
            Map.entry("businessRuleTask", Kind.STEP),
            Map.entry("userTask", Kind.PERSON),
            Map.entry("receiveTask", Kind.WAIT),
            Map.entry("intermediateCatchEvent", Kind.WAIT),
            Map.entry("intermediateThrowEvent", Kind.THROW),
            Map.entry("callActivity", Kind.CALL),
            Map.entry("subProcess", Kind.SUB_PROCESS),
            Map.entry("exclusiveGateway", Kind.EXCLUSIVE),
            Map.entry("parallelGateway", Kind.PARALLEL),
            Map.entry("eventBasedGateway", Kind.EVENT_BASED),
            Map.entry("boundaryEvent", Kind.BOUNDARY));

    private static final Set<String> LOOPS =
            Set.of("multiInstanceLoopCharacteristics", "standardLoopCharacteristics", "loopCharacteristics");

    private final TriggerReader triggers;

    /** @param names of messages and codes of errors by their ids */
    NodeReader(Map<String, String> names) {
        this.triggers = new TriggerReader(names);
    }

    Node read(XmlElement element, String id, @Nullable Body inside, List<String> incoming, List<String> outgoing) {
        var tag = element.name();
        var kind = kindOf(element);
        refuseTheUnusual(element);
        return new Node(
                id,
                element.attribute("name"),
                tag,
                kind,
                triggers.of(element, kind),
                element.attribute("attachedToRef"),
                !"false".equals(element.attribute(kind == Kind.BOUNDARY ? "cancelActivity" : "isInterrupting")),
                isTrue(element.camunda("asyncBefore")) || isTrue(element.camunda("async")),
                isTrue(element.camunda("asyncAfter")),
                WorkReader.read(element),
                inside,
                incoming,
                outgoing,
                element.line());
    }

    private static Kind kindOf(XmlElement element) {
        var kind = Optional.ofNullable(KINDS.get(element.name())).orElseThrow(() -> refused(element));
        return kind == Kind.SUB_PROCESS && isTrue(element.attribute("triggeredByEvent"))
                ? Kind.EVENT_SUB_PROCESS
                : kind;
    }

    private static void refuseTheUnusual(XmlElement element) {
        if (isTrue(element.attribute("isForCompensation"))) throw refused("compensation", element);
        if (isTrue(element.attribute("instantiate"))) throw refused("instantiating " + element.name(), element);
        if ("Parallel".equals(element.attribute("eventGatewayType")))
            throw refused("parallel eventBasedGateway", element);
        for (var child : element.children()) {
            if (Xml.isBpmn(child) && LOOPS.contains(child.name())) throw refused(child.name(), element);
        }
    }

    static NotSupported refused(XmlElement element) {
        return refused(element.name(), element);
    }

    static NotSupported refused(String what, XmlElement element) {
        return new NotSupported(what, element.attribute("id"), element.attribute("name"));
    }
}
