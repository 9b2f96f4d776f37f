package io.tandem.model.diagram;

import static io.tandem.model.diagram.Xml.attribute;
import static io.tandem.model.diagram.Xml.camundaAttribute;
import static io.tandem.model.diagram.Xml.isTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

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

    Node read(Element element, String id, @Nullable Body inside, List<String> incoming, List<String> outgoing) {
        var tag = element.getLocalName();
        var kind = kindOf(element);
        refuseTheUnusual(element);
        return new Node(
                id,
                attribute(element, "name"),
                tag,
                kind,
                triggers.of(element, kind),
                attribute(element, "attachedToRef"),
                !"false".equals(attribute(element, kind == Kind.BOUNDARY ? "cancelActivity" : "isInterrupting")),
                isTrue(camundaAttribute(element, "asyncBefore")) || isTrue(camundaAttribute(element, "async")),
                isTrue(camundaAttribute(element, "asyncAfter")),
                WorkReader.read(element),
                inside,
                incoming,
                outgoing);
    }

    private static Kind kindOf(Element element) {
        var kind = Optional.ofNullable(KINDS.get(element.getLocalName())).orElseThrow(() -> refused(element));
        return kind == Kind.SUB_PROCESS && isTrue(attribute(element, "triggeredByEvent"))
                ? Kind.EVENT_SUB_PROCESS
                : kind;
    }

    private static void refuseTheUnusual(Element element) {
        if (isTrue(attribute(element, "isForCompensation"))) throw refused("compensation", element);
        if (isTrue(attribute(element, "instantiate")))
            throw refused("instantiating " + element.getLocalName(), element);
        if ("Parallel".equals(attribute(element, "eventGatewayType")))
            throw refused("parallel eventBasedGateway", element);
        for (var child : Xml.children(element)) {
            if (Xml.isBpmn(child) && LOOPS.contains(child.getLocalName())) throw refused(child.getLocalName(), element);
        }
    }

    static NotSupported refused(Element element) {
        return refused(element.getLocalName(), element);
    }

    static NotSupported refused(String what, Element element) {
        return new NotSupported(what, attribute(element, "id"), attribute(element, "name"));
    }
}
