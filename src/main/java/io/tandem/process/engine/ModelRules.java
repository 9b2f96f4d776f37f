package io.tandem.process.engine;

import io.tandem.model.XmlElement;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What one element of a BPMN model may hold. A model is code, and this is all of it that may come from a file. */
final class ModelRules {

    private static final Map<String, String> ELEMENTS = Map.of(
            "scriptTask", "danger.script",
            "script", "danger.script",
            "connector", "danger.connector",
            "import", "danger.import");

    private static final Map<String, String> ATTRIBUTES = Map.of(
            "class", "danger.class",
            "resource", "danger.script",
            "formHandlerClass", "danger.class",
            "variableMappingClass", "danger.mappingClass");

    private static final Set<String> LISTENERS = Set.of("executionListener", "taskListener");
    private static final Set<String> COMMANDS = Set.of("mail", "shell");

    private final ExpressionRules expressions;

    ModelRules(ExpressionRules expressions) {
        this.expressions = expressions;
    }

    /** @param isNew whether it is being deployed now: an old model may name a step that is gone since */
    Optional<Refusal> problemOf(XmlElement element, boolean isNew) {
        return problemOfName(element.name())
                .or(() -> problemOfListener(element))
                .or(() -> problemOfValidator(element))
                .or(() -> element.attributes().entrySet().stream()
                        .flatMap(attribute ->
                                problemOfAttribute(attribute.getKey(), attribute.getValue(), isNew).stream())
                        .findFirst())
                .or(() -> problemOfText(element.text()));
    }

    private static Optional<Refusal> problemOfName(String name) {
        return Optional.ofNullable(ELEMENTS.get(name)).map(rule -> new Refusal(rule, Map.of()));
    }

    private static Optional<Refusal> problemOfListener(XmlElement element) {
        return LISTENERS.contains(element.name()) && element.attribute("delegateExpression") == null
                ? Optional.of(new Refusal("danger.listener", Map.of()))
                : Optional.empty();
    }

    private static Optional<Refusal> problemOfValidator(XmlElement element) {
        return element.is("constraint") && "validator".equals(element.attribute("name"))
                ? Optional.of(new Refusal("danger.class", Map.of()))
                : Optional.empty();
    }

    /** @param name with the namespace in front, if it has one */
    private Optional<Refusal> problemOfAttribute(String name, String value, boolean isNew) {
        var local = name.substring(name.lastIndexOf('}') + 1);
        var isExtension = !local.equals(name);
        if (isExtension && ATTRIBUTES.containsKey(local)) {
            return Optional.of(new Refusal(ATTRIBUTES.get(local), Map.of()));
        }
        if (isExtension && local.equals("type") && COMMANDS.contains(value)) {
            return Optional.of(new Refusal("danger.command", Map.of("type", value)));
        }
        if (local.equals("language")) return Optional.of(new Refusal("danger.language", Map.of()));
        if (local.endsWith("elegateExpression")) {
            return isNew ? expressions.problemWithStep(value) : problemOfText(value);
        }
        return problemOfText(value);
    }

    private Optional<Refusal> problemOfText(String text) {
        return ExpressionRules.isExpression(text) ? expressions.problemWith(text) : Optional.empty();
    }
}
