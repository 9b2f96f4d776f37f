package io.tandem.process.engine;

import io.tandem.check.Diagram;
import io.tandem.check.DiagramRule;
import io.tandem.check.Finding;
import io.tandem.check.Models;
import io.tandem.check.Snapshot;
import io.tandem.model.XmlElement;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What a diagram reads, somebody sets: one of our steps, the diagram itself, or the one that calls it. */
@Component
final class KnownVariables implements DiagramRule {

    /** What the engine itself puts in reach. */
    private static final Set<String> ENGINES = Set.of("execution", "task", "decisionResult");

    @Override
    public Stream<Finding> check(Diagram diagram, Snapshot folder) {
        var models = Models.in(folder);
        var known = SetVariables.in(diagram, models);
        var read = read(diagram.root(), known)
                .map(use ->
                        diagram.error("variable.unknown", use.element(), SetVariables.values(use.variable(), known)));
        var handedBack = diagram.nodes("callActivity").flatMap(call -> handedBack(diagram, call, models));
        return Stream.concat(read, handedBack);
    }

    private record Use(XmlElement element, String variable) {}

    /** All uses of variables that are not known. */
    private static Stream<Use> read(XmlElement element, Set<String> around) {
        var known = withInputs(element, around);
        var unknown = new LinkedHashSet<>(readBy(element).toList());
        unknown.removeIf(known::contains);
        return Stream.concat(
                unknown.stream().map(name -> new Use(element, name)),
                element.children().stream().flatMap(child -> read(child, known)));
    }

    /** A node's inputs are known in it and nowhere else. */
    private static Set<String> withInputs(XmlElement element, Set<String> around) {
        var inputs = inputsOf(element).toList();
        if (inputs.isEmpty()) return around;
        var known = new TreeSet<>(around);
        known.addAll(inputs);
        return known;
    }

    static Stream<String> inputsOf(XmlElement node) {
        return node.all("extensionElements")
                .flatMap(extensions -> extensions.all("inputOutput"))
                .flatMap(mappings -> mappings.all("inputParameter"))
                .flatMap(input -> Stream.ofNullable(input.attribute("name")));
    }

    /** What the element itself reads, without what is inside of it. */
    private static Stream<String> readBy(XmlElement element) {
        var source = element.is("in") ? Stream.ofNullable(element.attribute("source")) : Stream.<String>empty();
        return Stream.concat(source, needed(element));
    }

    /** What has to be there when the element's turn comes: a call can hand on what is not. */
    static Stream<String> needed(XmlElement element) {
        var read = expressions(element)
                .flatMap(expression -> ExpressionRules.variablesIn(expression).stream())
                .filter(name -> !ENGINES.contains(name));
        return Stream.concat(read, SetBy.needs(element));
    }

    private static Stream<String> expressions(XmlElement element) {
        var attributes = element.attributes().entrySet().stream()
                .filter(attribute -> !attribute.getKey().endsWith("elegateExpression"))
                .map(Map.Entry::getValue);
        return Stream.concat(attributes, Stream.of(element.text())).filter(ExpressionRules::isExpression);
    }

    /** What comes back from a called process has to be known there. */
    private static Stream<Finding> handedBack(Diagram diagram, XmlElement call, Models models) {
        var called = models.process(String.valueOf(call.attribute("calledElement")));
        if (called.isEmpty()) return Stream.empty();
        var known = SetVariables.in(called.get(), models);
        return call.tree()
                .filter(element -> element.is("out") && element.attribute("source") != null)
                .filter(out -> !known.contains(String.valueOf(out.attribute("source"))))
                .map(out -> diagram.error(
                        "variable.unknown", out, SetVariables.values(String.valueOf(out.attribute("source")), known)));
    }
}
