package io.tandem.model.net;

import io.tandem.model.diagram.Body;
import io.tandem.model.diagram.ProcessModel;
import io.tandem.model.diagram.Trigger.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What may fail where nobody looks at delegates: whatever somebody waits for. */
final class Failures {

    private final ProcessModel root;
    private final Net net;
    private final Leaving leaving;

    Failures(ProcessModel root, Net net, Leaving leaving) {
        this.root = root;
        this.net = net;
        this.leaving = leaving;
    }

    /** Without looking at delegates, a task may fail with any error that its border waits for. */
    List<Move> ofInner(Frame frame, Values values, int index) {
        var owner = net.place(frame.inner[index].owner);
        return Arrays.stream(owner.boundaries())
                .mapToObj(net::place)
                .filter(event -> event.node().trigger().is(Type.ERROR) && mayFail(owner, event))
                .map(event -> new Move(
                        Occurrence.of(Occurrence.Kind.FAILED, event),
                        leaving.done(frame.withoutInner(index), values, event)))
                .toList();
    }

    private boolean mayFail(Place owner, Place event) {
        return owner.node().body() == null || net.mayFail(owner.node().inside(), codeOf(event));
    }

    private static String codeOf(Place event) {
        return Optional.ofNullable(event.node().trigger().name()).orElse("");
    }

    /** The event sub-processes' starts that wait for an error which this scope may bring. */
    List<Place> awaitedIn(Frame frame) {
        return bodyOf(frame)
                .map(body -> net.eventStarts(body).stream()
                        .filter(start -> start.node().trigger().is(Type.ERROR))
                        .filter(start -> isAtWork(frame) && net.mayFail(body, codeOf(start)))
                        .toList())
                .orElse(List.of());
    }

    private Optional<Body> bodyOf(Frame frame) {
        return frame.owner < 0
                ? Optional.of(root.body())
                : Optional.ofNullable(net.place(frame.owner).node().body());
    }

    /** Not if only event sub-processes run in it: one of them has interrupted the rest. */
    private boolean isAtWork(Frame frame) {
        for (var token : frame.tokens) if (Token.isLive(token)) return true;
        return Arrays.stream(frame.inner)
                .anyMatch(inner -> !net.place(inner.owner).node().isEventSubProcess());
    }
}
