package io.tandem.difference;

import io.tandem.model.XmlElement;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

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

    Drawn(XmlElement definitions) {
        collect(definitions, null);
        // Where something refers to another thing, its owner knows that by its name.
        items.replaceAll((id, item) -> named(item));
        for (var diagram : definitions.all("BPMNDiagram").toList()) {
            for (var plane : diagram.all("BPMNPlane").toList()) {
                for (var shape : plane.all("BPMNShape").toList()) place(shape);
            }
        }
    }

    private void collect(XmlElement parent, @Nullable Item inside) {
        for (var child : parent.children()) {
            if (child.name().equals("laneSet")) collect(child, inside);
            if (!isItem(child)) continue;
            var item = item(child, inside);
            items.put(item.id(), item);
            collect(child, item);
        }
    }

    private static boolean isItem(XmlElement element) {
        return BPMN.equals(element.namespace())
                && element.attributes().containsKey("id")
                && !PARTS.contains(element.name())
                && !element.name().endsWith("EventDefinition")
                && !element.name().equals("laneSet");
    }

    private static Item item(XmlElement element, @Nullable Item inside) {
        var said = new TreeMap<>(Sayings.of(element, Drawn::isItem));
        if (inside != null && inside.type().endsWith("ubProcess")) said.put("inside", inside.id());
        return new Item(
                Xml.attribute(element, "id"),
                element.name(),
                attribute(element, "name"),
                said,
                attribute(element, "sourceRef"),
                attribute(element, "targetRef"));
    }

    private static @Nullable String attribute(XmlElement element, String name) {
        var value = Xml.attribute(element, name);
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

    private void place(XmlElement shape) {
        var bounds = shape.first("Bounds");
        bounds.ifPresent(at -> places.put(
                Xml.attribute(shape, "bpmnElement"),
                "%s %s %s %s"
                        .formatted(
                                Xml.attribute(at, "x"),
                                Xml.attribute(at, "y"),
                                Xml.attribute(at, "width"),
                                Xml.attribute(at, "height"))));
    }

    Map<String, Item> items() {
        return items;
    }

    @Nullable
    String place(String id) {
        return places.get(id);
    }
}
