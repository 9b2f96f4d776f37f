package io.tandem.model.net;

import io.tandem.model.diagram.Kind;
import io.tandem.model.diagram.ProcessModel;
import io.tandem.model.diagram.Trigger.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What comes from outside to something that waits: messages, times, people, and jobs. */
final class Happening {

    private final Net net;
    private final Semantics semantics;
    private final World world;
    private final Tracked tracked;
    private final Scopes scopes;
    private final Leaving leaving;
    private final Failures failures;

    /** @param root the outermost process */
    Happening(
            ProcessModel root,
            Net net,
            Semantics semantics,
            World world,
            Tracked tracked,
            Scopes scopes,
            Leaving leaving) {
        this.net = net;
        this.semantics = semantics;
        this.world = world;
        this.tracked = tracked;
        this.scopes = scopes;
        this.leaving = leaving;
        this.failures = new Failures(root, net, leaving);
    }

    List<Move> to(Frame frame, Values values, int token) {
        var place = net.place(Token.index(token));
        return switch (Token.kind(token)) {
            case Token.AFTER ->
                List.of(new Move(
                        Occurrence.of(Occurrence.Kind.JOB, place), leaving.along(frame.without(token), values, place)));
            case Token.AT -> awaited(frame, values, token, place);
            case Token.ARMED ->
                place.node().kind() == Kind.START ? List.of(interrupted(frame, values, token, place)) : List.of();
            default -> List.of();
        };
    }

    private List<Move> awaited(Frame frame, Values values, int token, Place place) {
        var rest = frame.without(token);
        if (place.node().kind() != Kind.EVENT_BASED) return List.of(comes(rest, values, place));
        return Arrays.stream(place.out())
                .mapToObj(flow -> comes(rest, values, net.target(flow)))
                .toList();
    }

    /** What the node waits for comes, and the node is done. */
    Move comes(Frame rest, Values values, Place place) {
        var what = Occurrence.of(kindOf(place), place);
        // In its own scope, the scope around it goes on from here.
        var result = rest.owner == place.index() && !rest.isProcess() && place.canBeInterrupted()
                ? Leaving.settled(rest, after(values, place))
                : leaving.done(rest, after(values, place), place);
        return new Move(what, result);
    }

    private Occurrence.Kind kindOf(Place place) {
        var trigger = place.node().trigger();
        if (trigger.is(Type.MESSAGE)) return Occurrence.Kind.MESSAGE;
        return Mover.waitsForTime(trigger.type()) ? Occurrence.Kind.TIME : Occurrence.Kind.DONE;
    }

    private Values after(Values values, Place place) {
        var changed = values;
        if (place.node().kind() == Kind.PERSON) {
            for (var name : world.setByPersons()) changed = tracked.set(place.process(), changed, name, Values.ANY);
        }
        var message = place.node().trigger();
        if (!message.is(Type.MESSAGE) || message.name() == null) return changed;
        for (var variable : world.message(message.name()).sets().entrySet()) {
            changed = tracked.set(place.process(), changed, variable.getKey(), variable.getValue());
        }
        return changed;
    }

    /** An event sub-process begins. */
    private Move interrupted(Frame frame, Values values, int token, Place start) {
        var around = net.aroundOf(start);
        var subProcess = net.subProcessOf(start, around);
        var what = Occurrence.of(kindOf(start), start);
        if (Scopes.isTooMany(frame, subProcess.index())) return new Move(what, new Result.Overflow());
        var rest = start.node().interrupts() ? leaving.emptied(frame) : frame.without(token);
        var begun = rest.with(scopes.eventSubProcess(subProcess, start));
        return new Move(what, Leaving.settled(begun, after(values, start)));
    }

    /** The events on the border of what is inside. */
    List<Move> onTheBorder(Frame frame, Values values, int index) {
        var inner = frame.inner[index];
        var moves = new ArrayList<Move>();
        int before = -1;
        for (var token : inner.tokens) {
            var place = Token.kind(token) == Token.ARMED ? net.place(Token.index(token)) : null;
            if (token == before || place == null || place.node().kind() != Kind.BOUNDARY) continue;
            before = token;
            var rest = frame.withoutInner(index);
            if (!place.node().interrupts()) rest = rest.with(inner.without(token));
            moves.add(new Move(Occurrence.of(kindOf(place), place), leaving.done(rest, after(values, place), place)));
        }
        if (semantics == Semantics.TOKENS) moves.addAll(failures.ofInner(frame, values, index));
        return moves;
    }

    /** As tasks may fail without looking at delegates, so may a scope for whose error an event sub-process waits. */
    List<Move> failures(Frame frame, Values values) {
        if (semantics != Semantics.TOKENS) return List.of();
        return failures.awaitedIn(frame).stream()
                .map(start -> interrupted(frame, values, -1, start))
                .toList();
    }

    Result left(Frame rest, Values values, Place place) {
        return leaving.done(rest, values, place);
    }
}
