package io.tandem.model.diagram;

import io.tandem.model.XmlElement;
import io.tandem.model.diagram.Trigger.Type;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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

    Trigger of(XmlElement element, Kind kind) {
        if (element.name().equals("receiveTask")) {
            return new Trigger(Type.MESSAGE, named(element, "messageRef"));
        }
        var allowed = ALLOWED.get(kind);
        if (allowed == null) return Trigger.NONE;
        var definitions = element.children().stream()
                .filter(child -> Xml.isBpmn(child) && child.name().contains("ventDefinition"))
                .toList();
        if (definitions.size() > 1) throw NodeReader.refused("event with several definitions", element);
        if (definitions.isEmpty()) return Trigger.NONE;
        var trigger = read(definitions.get(0));
        if (trigger == null || !allowed.contains(trigger.type())) {
            throw NodeReader.refused(definitions.get(0).name() + " in " + element.name(), element);
        }
        return trigger;
    }

    private @Nullable Trigger read(XmlElement definition) {
        return switch (definition.name()) {
            case "messageEventDefinition" -> new Trigger(Type.MESSAGE, named(definition, "messageRef"));
            case "errorEventDefinition" -> new Trigger(Type.ERROR, named(definition, "errorRef"));
            case "terminateEventDefinition" -> new Trigger(Type.TERMINATE, null);
            case "timerEventDefinition" -> new Trigger(comesAgain(definition) ? Type.CYCLE : Type.TIMER, null);
            default -> null;
        };
    }

    private @Nullable String named(XmlElement element, String reference) {
        var id = element.attribute(reference);
        if (id == null) return null;
        return names.getOrDefault(id.contains(":") ? id.substring(id.indexOf(':') + 1) : id, id);
    }

    private static boolean comesAgain(XmlElement timer) {
        List<XmlElement> cycles = Xml.bpmn(timer, "timeCycle");
        return Xml.textOf(cycles).filter(cycle -> !cycle.startsWith("R1/")).isPresent();
    }
}
