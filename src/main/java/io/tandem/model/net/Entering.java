package io.tandem.model.net;

import io.tandem.model.diagram.Kind;
import io.tandem.model.diagram.Trigger.Type;
import io.tandem.model.net.Result.Finished;
import io.tandem.model.net.Result.Thrown;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What happens when a token comes to a node. */
final class Entering {

    private final Net net;
    private final Semantics semantics;
    private final Scopes scopes;
    private final Leaving leaving;
    private final Working steps;
    private final Catches catches;
    private final Choosing choosing;

    Entering(Net net, Semantics semantics, World world, Tracked tracked, Scopes scopes, Leaving leaving) {
        this.net = net;
        this.semantics = semantics;
        this.scopes = scopes;
        this.leaving = leaving;
        this.catches = new Catches(net, scopes, leaving, tracked);
        this.choosing = new Choosing(net, semantics, leaving);
        this.steps = new Working(world, tracked, leaving, catches);
    }

    Catches catches() {
        return catches;
    }

    /** A token on a flow goes on. Empty where it has to wait for others. */
    List<Move> along(Frame frame, Values values, int token, boolean wished, int depth) {
        var place = net.target(Token.index(token));
        if (place.node().kind() == Kind.PARALLEL && place.in().length > 1) return joined(frame, values, token, place);
        var rest = frame.without(token);
        if (semantics == Semantics.ENGINE && place.node().asyncBefore()) {
            var job = Leaving.put(rest, Token.of(Token.BEFORE, place.index()), values);
            return List.of(new Move(Occurrence.of(Occurrence.Kind.PASSED, place), job));
        }
        return enter(rest, values, place, wished, depth);
    }

    private List<Move> joined(Frame frame, Values values, int token, Place place) {
        var rest = frame;
        for (var flow : place.in()) {
            var awaited = Token.of(Token.FLOW, flow);
            // The first of them tells it for all; or one is still missing.
            if (awaited < token || !rest.has(awaited)) return List.of();
            rest = rest.without(awaited);
        }
        return List.of(new Move(Occurrence.of(Occurrence.Kind.PASSED, place), leaving.along(rest, values, place)));
    }

    /** A job enters the node. */
    List<Move> begin(Frame frame, Values values, int token, boolean wished, int depth) {
        return enter(frame.without(token), values, net.place(Token.index(token)), wished, depth);
    }

    private List<Move> enter(Frame rest, Values values, Place place, boolean wished, int depth) {
        return switch (place.node().kind()) {
            case STEP -> step(rest, values, place, wished);
            case PERSON, WAIT -> wait(rest, values, place);
            case CALL -> call(rest, values, place, wished, depth);
            case SUB_PROCESS ->
                open(rest, values, place, scopes.inside(place, place.node().inside(), null));
            case EXCLUSIVE -> choosing.at(rest, values, place);
            case EVENT_BASED -> eventBased(rest, values, place);
            case END -> List.of(ended(rest, values, place));
            case START ->
                List.of(new Move(Occurrence.of(Occurrence.Kind.BEGINS, place), leaving.along(rest, values, place)));
            case THROW ->
                List.of(new Move(Occurrence.of(Occurrence.Kind.DONE, place), leaving.done(rest, values, place)));
            case PARALLEL ->
                List.of(new Move(Occurrence.of(Occurrence.Kind.PASSED, place), leaving.done(rest, values, place)));
            case BOUNDARY, EVENT_SUB_PROCESS -> List.of();
        };
    }

    private List<Move> step(Frame rest, Values values, Place place, boolean wished) {
        if (semantics == Semantics.ENGINE) return steps.done(rest, values, place, wished);
        if (place.canBeInterrupted()) return open(rest, values, place, scopes.waiting(place));
        return List.of(new Move(Occurrence.of(Occurrence.Kind.DONE, place), leaving.done(rest, values, place)));
    }

    private List<Move> wait(Frame rest, Values values, Place place) {
        if (place.canBeInterrupted()) return open(rest, values, place, scopes.waiting(place));
        if (semantics == Semantics.TOKENS) {
            return List.of(new Move(Occurrence.of(Occurrence.Kind.DONE, place), leaving.done(rest, values, place)));
        }
        var waiting = Leaving.put(rest, Token.of(Token.AT, place.index()), values);
        return List.of(new Move(Occurrence.of(Occurrence.Kind.STARTED, place), waiting));
    }

    private List<Move> eventBased(Frame rest, Values values, Place place) {
        if (semantics == Semantics.ENGINE) {
            var waiting = Leaving.put(rest, Token.of(Token.AT, place.index()), values);
            return List.of(new Move(Occurrence.of(Occurrence.Kind.STARTED, place), waiting));
        }
        return Arrays.stream(place.out())
                .mapToObj(net::target)
                .map(event ->
                        new Move(Occurrence.of(Occurrence.Kind.MESSAGE, event), leaving.done(rest, values, event)))
                .toList();
    }

    private List<Move> call(Frame rest, Values values, Place place, boolean wished, int depth) {
        var called = Optional.ofNullable(place.node().work().called()).flatMap(net::process);
        if (called.isEmpty() || semantics == Semantics.TOKENS) return step(rest, values, place, wished);
        Scopes.checkDepth(depth, place);
        var inside = leaving.mappings().into(called.get(), place, values);
        return open(rest, values, place, scopes.inside(place, called.get().body(), inside));
    }

    private List<Move> open(Frame rest, Values values, Place place, Frame inside) {
        var what = Occurrence.of(Occurrence.Kind.STARTED, place);
        if (Scopes.isTooMany(rest, place.index())) return List.of(new Move(what, new Result.Overflow()));
        return List.of(new Move(what, Leaving.settled(rest.with(inside), values)));
    }

    private Move ended(Frame rest, Values values, Place place) {
        var trigger = place.node().trigger();
        var token = Token.of(Token.ENDED, place.index());
        var again = semantics == Semantics.TOKENS && rest.has(token);
        var what = again ? Occurrence.endedAgain(place) : Occurrence.of(Occurrence.Kind.ENDED, place);
        if (trigger.is(Type.TERMINATE)) return new Move(what, new Finished(values));
        var counted = semantics == Semantics.TOKENS && !again ? rest.with(token) : rest;
        var otherwise = Leaving.settled(counted, values);
        if (!trigger.is(Type.ERROR)) return new Move(what, otherwise);
        return new Move(what, thrown(rest, values, place, Optional.ofNullable(trigger.name()), otherwise));
    }

    private Result thrown(Frame rest, Values values, Place place, Optional<String> code, Result otherwise) {
        return catches.inside(place.body(), rest, values, code).orElseGet(() -> new Thrown(code, values, otherwise));
    }
}
