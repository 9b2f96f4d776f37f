package io.tandem.model.diagram;

import io.tandem.model.XmlElement;
import io.tandem.model.diagram.Work.Mapping;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads what Camunda is to do at a node. */
final class WorkReader {

    private static final Pattern BEAN = Pattern.compile("\\s*[$#]\\{\\s*(\\w+)\\s*}\\s*");

    private WorkReader() {}

    static Work read(XmlElement element) {
        return new Work(
                bean(element.camunda("delegateExpression")),
                element.camunda("decisionRef"),
                element.attribute("calledElement"),
                element.camunda("candidateGroups"),
                element.camunda("resultVariable"),
                errorVariable(element),
                parameters(element, "inputParameter"),
                parameters(element, "outputParameter"),
                variables(element, "in"),
                variables(element, "out"));
    }

    private static @Nullable String bean(@Nullable String expression) {
        if (expression == null) return null;
        var bean = BEAN.matcher(expression);
        return bean.matches() ? bean.group(1) : null;
    }

    private static @Nullable String errorVariable(XmlElement element) {
        return Xml.bpmn(element, "errorEventDefinition").stream()
                .flatMap(definition -> Stream.ofNullable(definition.camunda("errorCodeVariable")))
                .findFirst()
                .orElse(null);
    }

    private static List<Mapping> parameters(XmlElement element, String name) {
        return Xml.camunda(element, name).stream()
                .map(parameter -> new Mapping(
                        parameter.attributes().getOrDefault("name", ""), literalOrExpression(parameter), false))
                .toList();
    }

    /** A list, a map or a script is none of them. */
    private static @Nullable String literalOrExpression(XmlElement parameter) {
        return parameter.children().isEmpty() ? parameter.text().strip() : null;
    }

    private static List<Mapping> variables(XmlElement element, String name) {
        return Xml.camunda(element, name).stream()
                .filter(mapping -> !mapping.attributes().containsKey("businessKey"))
                .map(WorkReader::variable)
                .toList();
    }

    private static Mapping variable(XmlElement mapping) {
        if ("all".equals(mapping.attribute("variables"))) return new Mapping("*", "*", true);
        var source = mapping.attribute("source");
        return new Mapping(
                mapping.attributes().getOrDefault("target", ""),
                source == null ? mapping.attribute("sourceExpression") : source,
                source != null);
    }
}
