package io.tandem.model.diagram;

import io.tandem.model.XmlElement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what is inside of a process or sub-process. */
final class BodyReader {

    /** What says nothing about the way of a token. */
    private static final Set<String> SILENT = Set.of(
            "documentation",
            "extensionElements",
            "incoming",
            "outgoing",
            "laneSet",
            "textAnnotation",
            "association",
            "group",
            "category",
            "dataObject",
            "dataObjectReference",
            "dataStoreReference",
            "ioSpecification",
            "property",
            "auditing",
            "monitoring",
            "resourceRole",
            "performer",
            "humanPerformer",
            "potentialOwner",
            "correlationSubscription",
            "supportedInterfaceRef",
            "supports",
            "dataInputAssociation",
            "dataOutputAssociation");

    private final NodeReader nodes;
    private final Set<String> ids = new HashSet<>();

    BodyReader(NodeReader nodes) {
        this.nodes = nodes;
    }

    Body read(XmlElement owner) {
        var flows = new ArrayList<Flow>();
        var elements = new ArrayList<XmlElement>();
        for (var child : owner.children()) {
            if (!Xml.isBpmn(child) || SILENT.contains(child.name())) continue;
            var id = idOf(child);
            if (!ids.add(id)) throw new Unreadable("the id '" + id + "' stands here twice", 0);
            if (child.name().equals("sequenceFlow")) flows.add(flow(child, id, owner));
            else elements.add(child);
        }
        checkEnds(flows, elements);
        var read = elements.stream().map(element -> node(element, flows)).toList();
        read.forEach(node -> checkHost(node, read));
        return new Body(read, List.copyOf(flows));
    }

    private static String idOf(XmlElement element) {
        var id = element.attribute("id");
        if (id == null) throw new Unreadable("a <" + element.name() + "> has no id", 0);
        return id;
    }

    private static Flow flow(XmlElement element, String id, XmlElement owner) {
        var source = element.attribute("sourceRef");
        var target = element.attribute("targetRef");
        if (source == null || target == null) throw new Unreadable("the flow '" + id + "' is tied at one end only", 0);
        var condition = Xml.textOf(Xml.bpmn(element, "conditionExpression")).orElse(null);
        return new Flow(id, element.attribute("name"), source, target, condition, isDefault(owner, source, id));
    }

    private static boolean isDefault(XmlElement owner, String source, String flow) {
        return owner.children().stream()
                .anyMatch(node -> source.equals(node.attribute("id")) && flow.equals(node.attribute("default")));
    }

    private static void checkEnds(List<Flow> flows, List<XmlElement> elements) {
        var known = new HashSet<String>();
        elements.forEach(element -> known.add(idOf(element)));
        for (var flow : flows) {
            for (var end : List.of(flow.source(), flow.target())) {
                if (!known.contains(end)) {
                    throw new Unreadable(
                            "the flow '%s' is tied to '%s', which is not there".formatted(flow.id(), end), 0);
                }
            }
        }
    }

    private Node node(XmlElement element, List<Flow> flows) {
        var id = idOf(element);
        var in = flows.stream()
                .filter(flow -> flow.target().equals(id))
                .map(Flow::id)
                .toList();
        var out = flows.stream().filter(flow -> flow.source().equals(id)).toList();
        var node = nodes.read(
                element, id, inside(element), in, out.stream().map(Flow::id).toList());
        if (node.kind() != Kind.EXCLUSIVE) refuseConditions(out);
        return node;
    }

    private @Nullable Body inside(XmlElement element) {
        return element.name().equals("subProcess") ? read(element) : null;
    }

    /** They choose several ways at once, like an inclusive gateway. */
    private static void refuseConditions(List<Flow> out) {
        for (var flow : out) {
            if (flow.condition() != null || flow.isDefault()) {
                throw new NotSupported("conditional sequenceFlow", flow.id(), flow.name());
            }
        }
    }

    private static void checkHost(Node node, List<Node> others) {
        if (node.kind() != Kind.BOUNDARY) return;
        Map<String, Node> byId = new HashMap<>();
        others.forEach(other -> byId.put(other.id(), other));
        var host = node.hostId().map(byId::get).orElse(null);
        if (host == null || !host.kind().isActivity()) {
            throw new Unreadable("the event '%s' sits on no activity".formatted(node.id()), 0);
        }
        if (host.asyncAfter()) {
            throw new NotSupported("asyncAfter on an activity with boundary events", host.id(), host.name());
        }
    }
}
