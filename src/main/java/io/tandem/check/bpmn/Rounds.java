package io.tandem.check.bpmn;

import io.tandem.check.Diagram;
import io.tandem.check.DiagramRule;
import io.tandem.check.Finding;
import io.tandem.check.Snapshot;
import io.tandem.model.XmlElement;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** No loop through a timer is faster than a minute, unless somebody else is waited for on the way. */
@Component
final class Rounds implements DiagramRule {

    private static final Set<String> WAITING = Set.of("userTask", "receiveTask", "callActivity");

    /** A loop is told once, whichever of its timers one looks at. */
    @Override
    public Stream<Finding> check(Diagram diagram, Snapshot folder) {
        var told = new HashSet<String>();
        return diagram.nodes()
                .filter(Rounds::isShortTimer)
                .filter(timer -> !told.contains(timer.id()))
                .flatMap(timer -> {
                    var way = new Walk(diagram, timer).home();
                    way.forEach(step -> told.add(step.id()));
                    return way.isEmpty()
                            ? Stream.empty()
                            : Stream.of(
                                    diagram.error("timer.loop", timer, Map.of()).by(elements(diagram, way)));
                });
    }

    private static List<Finding.Element> elements(Diagram diagram, List<XmlElement> way) {
        return way.stream()
                .map(step -> new Finding.Element(diagram.file(), step.id(), step.label()))
                .toList();
    }

    private static boolean isShortTimer(XmlElement node) {
        return Diagram.isTimer(node)
                && Diagram.definition(node)
                        .flatMap(timer -> timer.first("timeDuration"))
                        .flatMap(time -> Times.duration(time.text()))
                        .filter(time -> time.compareTo(Timers.SHORTEST_ROUND) < 0)
                        .isPresent();
    }

    /** From a timer along all flows on which nobody is waited for. */
    private static final class Walk {

        private final Diagram diagram;
        private final XmlElement timer;
        private final Map<String, XmlElement> cameFrom = new HashMap<>();

        Walk(Diagram diagram, XmlElement timer) {
            this.diagram = diagram;
            this.timer = timer;
        }

        /** The shortest way back to the timer; empty if there is none. */
        List<XmlElement> home() {
            var open = new ArrayDeque<>(List.of(timer));
            while (!open.isEmpty()) {
                var node = open.remove();
                for (var next : next(node)) {
                    if (isTimer(next)) return wayTo(node);
                    if (cameFrom.putIfAbsent(next.id(), node) == null) open.add(next);
                }
            }
            return List.of();
        }

        private List<XmlElement> wayTo(XmlElement last) {
            var way = new LinkedList<>(List.of(timer));
            for (XmlElement node = last; node != null && !isTimer(node); node = cameFrom.get(node.id()))
                way.addFirst(node);
            way.addFirst(timer);
            return List.copyOf(way);
        }

        private List<XmlElement> next(XmlElement node) {
            if (node.id().equals(timer.attribute("attachedToRef"))) return List.of(timer);
            if (!isTimer(node) && waits(node)) return List.of();
            var flows = diagram.outgoing(node).stream().flatMap(flow -> diagram.target(flow).stream());
            var failures = diagram.boundary(node).filter(event -> !waits(event));
            var inside = node.is("subProcess")
                    ? Diagram.nodesOf(node).filter(start -> start.is("startEvent"))
                    : Stream.<XmlElement>empty();
            var outside = node.is("endEvent") ? around(node) : Stream.<XmlElement>empty();
            return Stream.of(flows, failures, inside, outside)
                    .flatMap(some -> some)
                    .toList();
        }

        private boolean isTimer(XmlElement node) {
            return node.id().equals(timer.id());
        }

        /** What follows the sub-process that the node ends. */
        private Stream<XmlElement> around(XmlElement end) {
            return diagram.scopes()
                    .filter(scope -> scope.is("subProcess")
                            && Diagram.nodesOf(scope).anyMatch(node -> node.id().equals(end.id())))
                    .flatMap(scope -> diagram.outgoing(scope).stream())
                    .flatMap(flow -> diagram.target(flow).stream());
        }

        private static boolean waits(XmlElement node) {
            return WAITING.contains(node.name())
                    || Diagram.trigger(node).equals("message")
                    || Diagram.isTimer(node) && !isShortTimer(node);
        }
    }
}
