package io.tandem.process.engine;

import io.tandem.check.Diagram;
import io.tandem.check.Models;
import io.tandem.model.Nearest;
import io.tandem.model.XmlElement;
import io.tandem.process.ColleagueTasks;
import io.tandem.process.TicketProcess;
import io.tandem.process.Variables;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The variables that can have a value in a process. */
final class SetVariables {

    /** What the program gives to the processes that it starts itself. */
    private static final Map<String, Set<String>> GIVEN = Map.of(
            TicketProcess.TICKET, TicketProcess.GIVEN,
            ColleagueTasks.PROCESS, ColleagueTasks.GIVEN);

    private SetVariables() {}

    /** Those that its nodes set, and those that it is given by whoever starts or calls it. */
    static Set<String> in(Diagram diagram, Models models) {
        var known = new TreeSet<String>(Set.of(Variables.AGENT.name(), Variables.ASKER.name()));
        diagram.nodes().forEach(node -> known.addAll(SetBy.node(node, diagram)));
        diagram.processes().forEach(process -> known.addAll(givenTo(process.id(), models)));
        return known;
    }

    private static Set<String> givenTo(String process, Models models) {
        // Who calls it, and with what, may stand in a file that cannot be read at the moment.
        if (!models.broken().isEmpty()) return SetBy.PROGRAM;
        var calls = callsOf(process, models).toList();
        var given = GIVEN.get(process);
        if (given == null && calls.isEmpty()) return SetBy.PROGRAM;
        var handed = new TreeSet<String>(given == null ? Set.of() : given);
        calls.forEach(call -> handed.addAll(handedOver(call)));
        return handed;
    }

    static Stream<XmlElement> callsOf(String process, Models models) {
        return models.diagrams().stream()
                .flatMap(caller -> caller.nodes("callActivity"))
                .filter(call -> process.equals(call.attribute("calledElement")));
    }

    /** What a call gives to the process that it calls. */
    static Set<String> handedOver(XmlElement call) {
        var handed = new TreeSet<String>();
        call.tree().filter(element -> element.is("in")).forEach(in -> {
            if ("all".equals(in.attribute("variables"))) handed.addAll(SetBy.PROGRAM);
            var target = in.attribute("target");
            if (target != null) handed.add(target);
        });
        return handed;
    }

    /** Those of the program and all that any diagram sets: a table does not know who asks it. */
    static Set<String> anywhere(Models models) {
        var known = new TreeSet<>(SetBy.PROGRAM);
        models.diagrams().forEach(diagram -> known.addAll(in(diagram, models)));
        return known;
    }

    static Map<String, String> values(String variable, Set<String> known) {
        return Map.of("variable", variable, "known", Nearest.listed(variable, known));
    }
}
