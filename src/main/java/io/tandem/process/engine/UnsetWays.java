package io.tandem.process.engine;

import io.tandem.check.Diagram;
import io.tandem.model.XmlElement;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.stream.Stream;

/** The nodes that a ticket may come to while a variable has not been set yet, the nearest first. */
final class UnsetWays {

    private final Diagram diagram;
    private final String variable;
    private final Deque<XmlElement> ahead = new ArrayDeque<>();
    private final Set<XmlElement> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Stream.Builder<XmlElement> found = Stream.builder();

    UnsetWays(Diagram diagram, String variable) {
        this.diagram = diagram;
        this.variable = variable;
    }

    Stream<XmlElement> nodes() {
        diagram.processes().forEach(this::enter);
        while (!ahead.isEmpty()) pass(ahead.remove());
        return found.build();
    }

    /** Where a process or sub-process begins; what an event may begin in it at any time, too. */
    private void enter(XmlElement scope) {
        Diagram.nodesOf(scope)
                .filter(node -> node.is("startEvent") || Diagram.isEventSubProcess(node))
                .forEach(this::comeTo);
    }

    private void comeTo(XmlElement node) {
        if (seen.add(node)) ahead.add(node);
    }

    private void pass(XmlElement node) {
        found.add(node);
        diagram.boundary(node).forEach(this::comeTo);
        if (node.is("subProcess")) enter(node);
        else if (!SetBy.node(node, diagram).contains(variable)) leave(node);
    }

    private void leave(XmlElement node) {
        diagram.outgoing(node).forEach(flow -> diagram.target(flow).ifPresent(this::comeTo));
        if (!node.is("endEvent")) return;
        diagram.scopeOf(node).filter(scope -> scope.is("subProcess")).ifPresent(this::leave);
    }
}
