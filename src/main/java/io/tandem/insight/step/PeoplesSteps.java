package io.tandem.insight.step;

import io.tandem.process.Diagram;
import io.tandem.process.Diagram.Kind;
import io.tandem.process.Diagram.Step;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The steps that tell how people work: everything in a process with tasks for people, the calls of such a process, and
 * what follows such a call until the next word of the customer. In a firm of one agent, how often "Send the reply" was
 * passed is what this agent has done.
 */
final class PeoplesSteps {

    private final Map<String, Set<String>> steps = new HashMap<>();

    PeoplesSteps(Collection<Diagram> diagrams) {
        var leadToPeople = leadToPeople(diagrams);
        for (var diagram : diagrams) {
            steps.computeIfAbsent(diagram.process(), process -> new HashSet<>()).addAll(among(diagram, leadToPeople));
        }
    }

    boolean contains(String process, String step) {
        return steps.getOrDefault(process, Set.of()).contains(step);
    }

    /** The processes in which a ticket may come to a task for people, be it in a process that they call. */
    private static Set<String> leadToPeople(Collection<Diagram> diagrams) {
        var found = new HashSet<String>();
        while (diagrams.stream()
                .filter(diagram ->
                        hasTasks(diagram) || calls(diagram, found).findAny().isPresent())
                .map(diagram -> found.add(diagram.process()))
                .reduce(false, Boolean::logicalOr)) {}
        return found;
    }

    private static boolean hasTasks(Diagram diagram) {
        return diagram.steps().values().stream().anyMatch(step -> step.kind() == Kind.USER_TASK);
    }

    private static Stream<Step> calls(Diagram diagram, Set<String> processes) {
        return diagram.steps().values().stream()
                .filter(step -> step.calls() != null && processes.contains(step.calls()));
    }

    private static Set<String> among(Diagram diagram, Set<String> leadToPeople) {
        if (hasTasks(diagram)) return diagram.steps().keySet();
        var found = new HashSet<String>();
        var open = new ArrayDeque<String>();
        calls(diagram, leadToPeople).map(Step::id).forEach(open::add);
        while (!open.isEmpty()) {
            var step = diagram.steps().get(open.remove());
            if (step != null && found.add(step.id())) after(diagram, step).forEach(open::add);
        }
        return found;
    }

    private static Stream<String> after(Diagram diagram, Step step) {
        var events = diagram.boundaryOf(step.id()).stream().map(Step::id);
        return Stream.of(step.next().stream(), events, Stream.ofNullable(step.scope()))
                .flatMap(ids -> ids)
                .filter(id -> diagram.steps().containsKey(id)
                        && !diagram.steps().get(id).message());
    }
}
