package io.tandem.model.diagram;

import static io.tandem.model.diagram.Xml.attribute;
import static io.tandem.model.diagram.Xml.camundaAttribute;

import io.tandem.model.diagram.Work.Mapping;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/** Reads what Camunda is to do at a node. */
final class WorkReader {

    private static final Pattern BEAN = Pattern.compile("\\s*[$#]\\{\\s*(\\w+)\\s*}\\s*");

    private WorkReader() {}

    static Work read(Element element) {
        return new Work(
                bean(camundaAttribute(element, "delegateExpression")),
                camundaAttribute(element, "decisionRef"),
                attribute(element, "calledElement"),
                camundaAttribute(element, "candidateGroups"),
                camundaAttribute(element, "resultVariable"),
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

    private static @Nullable String errorVariable(Element element) {
        return Xml.bpmn(element, "errorEventDefinition").stream()
                .flatMap(definition -> Stream.ofNullable(camundaAttribute(definition, "errorCodeVariable")))
                .findFirst()
                .orElse(null);
    }

    private static List<Mapping> parameters(Element element, String name) {
        return Xml.camunda(element, name).stream()
                .map(parameter -> new Mapping(parameter.getAttribute("name"), literalOrExpression(parameter), false))
                .toList();
    }

    /** A list, a map or a script is none of them. */
    private static @Nullable String literalOrExpression(Element parameter) {
        return Xml.children(parameter).isEmpty() ? parameter.getTextContent().strip() : null;
    }

    private static List<Mapping> variables(Element element, String name) {
        return Xml.camunda(element, name).stream()
                .filter(mapping -> !mapping.hasAttribute("businessKey"))
                .map(WorkReader::variable)
                .toList();
    }

    private static Mapping variable(Element mapping) {
        if ("all".equals(attribute(mapping, "variables"))) return new Mapping("*", "*", true);
        var source = attribute(mapping, "source");
        return new Mapping(
                mapping.getAttribute("target"),
                source == null ? attribute(mapping, "sourceExpression") : source,
                source != null);
    }
}
