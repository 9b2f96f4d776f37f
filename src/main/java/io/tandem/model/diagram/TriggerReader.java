package io.tandem.model.diagram;

import io.tandem.model.diagram.Trigger.Type;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/** Reads what an event waits for or throws. */
final class TriggerReader {

    private static final Map<Kind, Set<Type>> ALLOWED = Map.of(
            Kind.START, Set.of(Type.NONE, Type.MESSAGE, Type.TIMER, Type.CYCLE, Type.ERROR),
            Kind.END, Set.of(Type.NONE, Type.MESSAGE, Type.ERROR, Type.TERMINATE),
            Kind.WAIT, Set.of(Type.NONE, Type.MESSAGE, Type.TIMER, Type.CYCLE),
            Kind.THROW, Set.of(Type.NONE, Type.MESSAGE),
            Kind.BOUNDARY, Set.of(Type.MESSAGE, Type.TIMER, Type.CYCLE, Type.ERROR));

    private final Map<String, String> names;

    TriggerReader(Map<String, String> names) {
        this.names = names;
    }

    Trigger of(Element element, Kind kind) {
        if (element.getLocalName().equals("receiveTask")) {
            return new Trigger(Type.MESSAGE, named(element, "messageRef"));
        }
        var allowed = ALLOWED.get(kind);
        if (allowed == null) return Trigger.NONE;
        var definitions = Xml.children(element).stream()
                .filter(child -> Xml.isBpmn(child) && child.getLocalName().contains("ventDefinition"))
                .toList();
        if (definitions.size() > 1) throw NodeReader.refused("event with several definitions", element);
        if (definitions.isEmpty()) return Trigger.NONE;
        var trigger = read(definitions.get(0));
        if (trigger == null || !allowed.contains(trigger.type())) {
            throw NodeReader.refused(definitions.get(0).getLocalName() + " in " + element.getLocalName(), element);
        }
        return trigger;
    }

    private @Nullable Trigger read(Element definition) {
        return switch (definition.getLocalName()) {
            case "messageEventDefinition" -> new Trigger(Type.MESSAGE, named(definition, "messageRef"));
            case "errorEventDefinition" -> new Trigger(Type.ERROR, named(definition, "errorRef"));
            case "terminateEventDefinition" -> new Trigger(Type.TERMINATE, null);
            case "timerEventDefinition" -> new Trigger(comesAgain(definition) ? Type.CYCLE : Type.TIMER, null);
            default -> null;
        };
    }

    private @Nullable String named(Element element, String reference) {
        var id = Xml.attribute(element, reference);
        if (id == null) return null;
        return names.getOrDefault(id.contains(":") ? id.substring(id.indexOf(':') + 1) : id, id);
    }

    private static boolean comesAgain(Element timer) {
        List<Element> cycles = Xml.bpmn(timer, "timeCycle");
        return Xml.textOf(cycles).filter(cycle -> !cycle.startsWith("R1/")).isPresent();
    }
}
