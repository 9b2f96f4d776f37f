package io.tandem.process.engine;

import io.tandem.check.Diagram;
import io.tandem.check.Models;
import io.tandem.model.DecisionTable;
import io.tandem.model.XmlElement;
import io.tandem.process.Variables;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What each node of a diagram reads that it does not set itself: by expressions, by its step, by the table that it asks. */
final class Readings {

    /** In a diagram the record answers to these names. */
    private static final Set<String> RECORDED = Set.of(Variables.AGENT.name(), Variables.ASKER.name());

    private final Diagram diagram;
    private final Models models;
    private final Map<XmlElement, Set<String>> byNode = new IdentityHashMap<>();

    Readings(Diagram diagram, Models models) {
        this.diagram = diagram;
        this.models = models;
    }

    Set<String> at(XmlElement node) {
        return byNode.computeIfAbsent(node, this::read);
    }

    private Set<String> read(XmlElement node) {
        var elements = Stream.concat(
                node.is("subProcess") ? Stream.of(node) : node.tree(),
                diagram.outgoing(node).stream().flatMap(XmlElement::tree));
        var read = Stream.concat(elements.flatMap(KnownVariables::needed), tableOf(node))
                .collect(Collectors.toCollection(TreeSet::new));
        // A table is asked, and a person called, before either sets anything.
        if (!node.is("businessRuleTask") && !node.is("userTask")) read.removeAll(SetBy.node(node, diagram));
        KnownVariables.inputsOf(node).forEach(read::remove);
        read.removeAll(RECORDED);
        return read;
    }

    /** With what the tables read that it rests on; not what one of them says. */
    private Stream<String> tableOf(XmlElement node) {
        if (!node.is("businessRuleTask")) return Stream.empty();
        var decision = String.valueOf(node.camunda("decisionRef"));
        return models.decision(decision).stream().flatMap(file -> {
            var tables = file.tablesFor(decision);
            var said = tables.stream()
                    .flatMap(table -> table.outputs().stream().map(DecisionTable.Output::name))
                    .collect(Collectors.toSet());
            return tables.stream()
                    .flatMap(table -> table.inputs().stream().map(DecisionTable.Input::variable))
                    .filter(name -> name.matches("[A-Za-z_]\\w*"))
                    .filter(name -> Variables.named(name).isPresent() || !said.contains(name));
        });
    }
}
