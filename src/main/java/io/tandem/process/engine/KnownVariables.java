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
        var read = read(diagram.root(), diagram.root(), known)
                .map(use -> finding(diagram, use.owner(), use.variable(), use.line()));
        var handedBack = diagram.nodes("callActivity").flatMap(call -> handedBack(diagram, call, models));
        return Stream.concat(read, handedBack);
    }

    private record Use(XmlElement owner, String variable, int line) {}

    /** All uses of variables that are not known. */
    private static Stream<Use> read(XmlElement element, XmlElement owner, Set<String> known) {
        var named = element.id().isEmpty() ? owner : element;
        var unknown = new LinkedHashSet<String>();
        expressions(element).forEach(expression -> unknown.addAll(ExpressionRules.variablesIn(expression)));
        if (element.is("in") && element.attribute("source") != null)
            unknown.add(element.attributes().get("source"));
        unknown.removeIf(name -> known.contains(name) || ENGINES.contains(name));
        return Stream.concat(
                unknown.stream().map(name -> new Use(named, name, element.line())),
                element.children().stream().flatMap(child -> read(child, named, known)));
    }

    private static Stream<String> expressions(XmlElement element) {
        var attributes = element.attributes().entrySet().stream()
                .filter(attribute -> !attribute.getKey().endsWith("elegateExpression"))
                .map(Map.Entry::getValue);
        return Stream.concat(attributes, Stream.of(element.text())).filter(ExpressionRules::isExpression);
    }

    /** What comes back from a called process has to be known there. */
    private static Stream<Finding> handedBack(Diagram diagram, XmlElement call, Models models) {
        var called = models.diagrams().stream()
                .filter(other ->
                        other.processes().anyMatch(process -> process.id().equals(call.attribute("calledElement"))))
                .findFirst();
        if (called.isEmpty()) return Stream.empty();
        var known = SetVariables.in(called.get(), models);
        return call.tree()
                .filter(element -> element.is("out") && element.attribute("source") != null)
                .filter(out -> !known.contains(String.valueOf(out.attribute("source"))))
                .map(out -> finding(diagram, call, String.valueOf(out.attribute("source")), out.line()));
    }

    private static Finding finding(Diagram diagram, XmlElement owner, String variable, int line) {
        return diagram.error("variable.unknown", owner, SetVariables.values(variable))
                .at(line);
    }
}
