package io.tandem.process.engine;

import io.tandem.check.Diagram;
import io.tandem.check.DiagramRule;
import io.tandem.check.Finding;
import io.tandem.check.Models;
import io.tandem.check.Snapshot;
import io.tandem.model.XmlElement;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** A call hands over what the called process reads before anything there has set it. */
@Component
final class HandedOver implements DiagramRule {

    @Override
    public Stream<Finding> check(Diagram diagram, Snapshot folder) {
        var models = Models.in(folder);
        if (!models.broken().isEmpty()) return Stream.empty();
        return diagram.nodes("callActivity")
                .flatMap(call -> models.process(String.valueOf(call.attribute("calledElement"))).stream()
                        .flatMap(called -> check(diagram, call, called, models)));
    }

    private static Stream<Finding> check(Diagram diagram, XmlElement call, Diagram called, Models models) {
        var handed = SetVariables.handedOver(call);
        return wanted(called, models).entrySet().stream()
                .filter(wanted -> !handed.contains(wanted.getKey()))
                .map(wanted -> diagram.error(
                        "call.notHanded",
                        call,
                        Map.of(
                                "variable", wanted.getKey(),
                                "called",
                                        called.processes()
                                                .findFirst()
                                                .map(Diagram::labelOf)
                                                .orElse(""),
                                "reader", called.nameOf(wanted.getValue()))));
    }

    /** The variables that are read before they are set, each with a node that reads it. */
    private static Map<String, XmlElement> wanted(Diagram called, Models models) {
        var readings = new Readings(called, models);
        var names = new TreeSet<String>();
        called.nodes().forEach(node -> readings.at(node).forEach(names::add));
        var wanted = new LinkedHashMap<String, XmlElement>();
        for (var name : names) firstReader(called, readings, name).ifPresent(node -> wanted.put(name, node));
        return wanted;
    }

    private static Optional<XmlElement> firstReader(Diagram called, Readings readings, String name) {
        return new UnsetWays(called, name)
                .nodes()
                .filter(node -> readings.at(node).contains(name))
                .findFirst();
    }
}
