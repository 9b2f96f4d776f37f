package io.tandem.insight.step;

import io.tandem.process.Diagram;
import io.tandem.process.Diagram.Kind;
import io.tandem.process.Diagram.Step;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Finds out how a ticket went on from each step. The engine writes down where a ticket was, not along which line it left:
 * this goes through the steps of one process in the order in which they ended, and looks where the diagram's lines lead.
 */
final class Replay {

    private final Diagram diagram;
    private final List<Passed> inTime;
    private final Set<Passed> reached = new HashSet<>();

    /** @param steps all that one process has gone through */
    Replay(Diagram diagram, List<Passed> steps) {
        this.diagram = diagram;
        this.inTime = steps.stream().sorted(Passed.IN_TIME).toList();
    }

    /** Tells each step that is over, once or, where the ways part, several times; not where it is not known yet. */
    void tell(BiConsumer<Passed, Way> listener) {
        inTime.stream()
                .filter(passed -> passed.until() != null)
                .sorted(Comparator.comparing(Passed::until).thenComparing(Passed::order))
                .forEach(passed -> ways(passed).forEach(way -> listener.accept(passed, way)));
    }

    private List<Way> ways(Passed passed) {
        var step = diagram.steps().get(passed.step());
        if (step == null) return List.of();
        if (passed.cancelled() && step.kind() != Kind.EVENT_GATEWAY) return List.of(stopped(passed, step));
        if (step.next().isEmpty()) return List.of(Way.END);
        if (step.kind() == Kind.PARALLEL) {
            return step.next().stream()
                    .flatMap(target -> flow(passed, target::equals).stream())
                    .toList();
        }
        return flow(passed, step.next()::contains).stream().toList();
    }

    private Optional<Way> flow(Passed passed, Predicate<String> isTarget) {
        var next = inTime.stream()
                .filter(other -> isTarget.test(other.step()) && other.comesAfter(passed) && !reached.contains(other))
                .findFirst();
        next.ifPresent(reached::add);
        return next.map(found -> new Way(Way.How.FLOW, found.step()));
    }

    /** The event nearest around it: on its own boundary, on that of a subprocess, or at the start of an event subprocess. */
    private Way stopped(Passed passed, Step step) {
        for (@Nullable Step around = step; around != null; around = scopeOf(around)) {
            var event = firstAfter(passed, around.id());
            if (event.isPresent()) return new Way(Way.How.EVENT, event.get().step());
        }
        return inTime.stream()
                .filter(other -> isEventStart(other.step(), step) && other.comesAfter(passed))
                .findFirst()
                .map(event -> new Way(Way.How.EVENT, event.step()))
                .orElse(Way.STOPPED);
    }

    private @Nullable Step scopeOf(Step step) {
        return step.scope() == null ? null : diagram.steps().get(step.scope());
    }

    /** An event that stands on the boundary begins while the step is on, or in the moment in which it ends. */
    private Optional<Passed> firstAfter(Passed passed, String around) {
        var events = diagram.boundaryOf(around).stream().map(Step::id).toList();
        return inTime.stream()
                .filter(other -> events.contains(other.step()) && !other.from().isBefore(passed.from()))
                .filter(other -> passed.until() != null && isAt(other, passed))
                .findFirst();
    }

    private static boolean isAt(Passed event, Passed step) {
        return step.until() != null
                && Math.abs(event.from().toEpochMilli() - step.until().toEpochMilli()) < 1000;
    }

    private boolean isEventStart(String id, Step step) {
        var start = diagram.steps().get(id);
        return start != null && start.kind() == Kind.EVENT_START && !id.equals(step.id());
    }
}
