package io.tandem.process.engine;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.impl.util.xml.Element;

/** What one element of a BPMN model may hold. A model is code, and this is all of it that may come from a file. */
final class ModelRules {

    private static final String WRITE_A_DELEGATE =
            "Name a Java delegate instead: camunda:delegateExpression=\"${nameOfTheStep}\".";

    private static final Map<String, String> ELEMENTS = Map.of(
            "scriptTask", "Script tasks are refused. Use a service task. " + WRITE_A_DELEGATE,
            "script", "Scripts are refused. " + WRITE_A_DELEGATE,
            "connector", "Connectors are refused. " + WRITE_A_DELEGATE,
            "import", "Imports are refused: a model stands for itself.");

    private static final Map<String, String> ATTRIBUTES = Map.of(
            "class",
            "Naming a Java class is refused. " + WRITE_A_DELEGATE,
            "resource",
            "Scripts from files are refused. " + WRITE_A_DELEGATE,
            "formHandlerClass",
            "Naming a class that handles the form is refused.",
            "variableMappingClass",
            "Naming a class that maps variables is refused: list them as camunda:in and out.");

    private static final Set<String> LISTENERS = Set.of("executionListener", "taskListener");
    private static final Set<String> COMMANDS = Set.of("mail", "shell");

    private final ExpressionRules expressions;

    ModelRules(ExpressionRules expressions) {
        this.expressions = expressions;
    }

    /** @param isNew whether it is being deployed now: an old model may name a step that is gone since */
    Optional<String> problemOf(Element element, boolean isNew) {
        return Optional.ofNullable(ELEMENTS.get(element.getTagName()))
                .or(() -> problemOfListener(element))
                .or(() -> problemOfValidator(element))
                .or(() -> element.attributes().stream()
                        .flatMap(name -> problemOfAttribute(name, element.attribute(name), isNew).stream())
                        .findFirst())
                .or(() -> problemOfText(element.getText()));
    }

    private static Optional<String> problemOfListener(Element element) {
        if (!LISTENERS.contains(element.getTagName()) || element.attribute("delegateExpression") != null) {
            return Optional.empty();
        }
        return Optional.of("A listener must be one of our beans: delegateExpression=\"${nameOfTheListener}\".");
    }

    private static Optional<String> problemOfValidator(Element element) {
        return element.getTagName().equals("constraint") && "validator".equals(element.attribute("name"))
                ? Optional.of("A form field's own validator class is refused.")
                : Optional.empty();
    }

    /** @param name with the namespace in front, if it has one */
    private Optional<String> problemOfAttribute(String name, String value, boolean isNew) {
        var local = name.substring(name.lastIndexOf(':') + 1);
        var isExtension = !local.equals(name);
        if (isExtension && ATTRIBUTES.containsKey(local)) return Optional.of(ATTRIBUTES.get(local));
        if (isExtension && local.equals("type") && COMMANDS.contains(value)) {
            return Optional.of("Tasks of type '%s' are refused. ".formatted(value) + WRITE_A_DELEGATE);
        }
        if (local.equals("language"))
            return Optional.of("Scripts in conditions are refused. Compare a variable: ${a == 'b'}.");
        if (local.endsWith("elegateExpression")) {
            return isNew ? expressions.problemWithStep(value) : problemOfText(value);
        }
        return problemOfText(value);
    }

    private Optional<String> problemOfText(String text) {
        return ExpressionRules.isExpression(text) ? expressions.problemWith(text) : Optional.empty();
    }
}
