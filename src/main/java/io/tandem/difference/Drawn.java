package io.tandem.difference;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/** A BPMN file as things that an owner knows, and where each of them is drawn. */
final class Drawn {

    private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    private static final Set<String> PARTS = Set.of(
            "extensionElements",
            "documentation",
            "conditionExpression",
            "multiInstanceLoopCharacteristics",
            "standardLoopCharacteristics",
            "ioSpecification",
            "incoming",
            "outgoing");

    private final Map<String, Item> items = new LinkedHashMap<>();
    private final Map<String, String> places = new TreeMap<>();

    Drawn(Element definitions) {
        collect(definitions, null);
        // Where something refers to another thing, its owner knows that by its name.
        items.replaceAll((id, item) -> named(item));
        for (var diagram : Xml.children(definitions, "BPMNDiagram")) {
            for (var plane : Xml.children(diagram, "BPMNPlane")) {
                for (var shape : Xml.children(plane, "BPMNShape")) place(shape);
            }
        }
    }

    private void collect(Element parent, @Nullable Item inside) {
        for (var child : Xml.children(parent)) {
            if (child.getLocalName().equals("laneSet")) collect(child, inside);
            if (!isItem(child)) continue;
            var item = item(child, inside);
            items.put(item.id(), item);
            collect(child, item);
        }
    }

    private static boolean isItem(Element element) {
        return BPMN.equals(element.getNamespaceURI())
                && element.hasAttribute("id")
                && !PARTS.contains(element.getLocalName())
                && !element.getLocalName().endsWith("EventDefinition")
                && !element.getLocalName().equals("laneSet");
    }

    private static Item item(Element element, @Nullable Item inside) {
        var said = new TreeMap<>(Sayings.of(element, Drawn::isItem));
        if (inside != null && inside.type().endsWith("ubProcess")) said.put("inside", inside.id());
        return new Item(
                element.getAttribute("id"),
                element.getLocalName(),
                attribute(element, "name"),
                said,
                attribute(element, "sourceRef"),
                attribute(element, "targetRef"));
    }

    private static @Nullable String attribute(Element element, String name) {
        var value = element.getAttribute(name);
        return value.isBlank() ? null : value;
    }

    private Item named(Item item) {
        var said = new TreeMap<>(item.properties());
        said.replaceAll((property, value) -> isReference(property) ? called(value) : value);
        return new Item(item.id(), item.type(), item.label(), said, item.from(), item.to());
    }

    private static boolean isReference(String property) {
        return property.endsWith("Ref") || property.equals("default") || property.equals("inside");
    }

    /** A flow without a name is known by where it leads. */
    String called(@Nullable String id) {
        var item = id == null ? null : items.get(id);
        if (item == null) return String.valueOf(id);
        if (item.label() != null || item.to() == null) return item.called();
        return "%s → %s".formatted(called(item.from()), called(item.to()));
    }

    private void place(Element shape) {
        var bounds = Xml.children(shape, "Bounds").stream().findFirst();
        bounds.ifPresent(at -> places.put(
                shape.getAttribute("bpmnElement"),
                "%s %s %s %s"
                        .formatted(
                                at.getAttribute("x"),
                                at.getAttribute("y"),
                                at.getAttribute("width"),
                                at.getAttribute("height"))));
    }

    Map<String, Item> items() {
        return items;
    }

    @Nullable
    String place(String id) {
        return places.get(id);
    }
}
