package io.tandem.model.net;

import io.tandem.model.diagram.ProcessModel;
import io.tandem.model.diagram.Trigger.Type;
import io.tandem.model.net.Result.Finished;
import io.tandem.model.net.Result.GoesOn;
import io.tandem.model.net.Result.Overflow;
import io.tandem.model.net.Result.Thrown;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds all that can happen in a state. What happens inside of a scope is carried out to the scopes around it. */
final class Mover {

    private final Net net;
    private final Semantics semantics;
    private final Tracked tracked;
    private final Scopes scopes;
    private final Mappings mappings;
    private final Entering entering;
    private final Happening happening;

    Mover(ProcessModel root, Net net, Semantics semantics, Chains chains, World world) {
        var tracked = new Tracked(net, world);
        this.net = net;
        this.semantics = semantics;
        this.scopes = new Scopes(net, semantics, chains);
        this.tracked = tracked;
        this.mappings = new Mappings(tracked);
        var leaving = new Leaving(net, semantics, chains, mappings);
        this.entering = new Entering(net, semantics, world, tracked, scopes, leaving);
        this.happening = new Happening(root, net, semantics, world, tracked, scopes, leaving);
    }

    Scopes scopes() {
        return scopes;
    }

    Tracked tracked() {
        return tracked;
    }

    /** @param wished whether the customer's wish for a person waits to be heard */
    List<Move> moves(Frame root, boolean wished) {
        if (semantics == Semantics.ENGINE) {
            var urgent = urgent(root, Values.NONE, wished, 0);
            if (!urgent.isEmpty()) return urgent;
        }
        return all(root, Values.NONE, wished, 0);
    }

    /** Whether the engine would commit here: nothing goes on by itself. */
    boolean rests(Frame root) {
        return urgent(root, Values.NONE, false, 0).isEmpty();
    }

    /** What the engine does next without waiting for anything. */
    private List<Move> urgent(Frame frame, Values around, boolean wished, int depth) {
        var values = frame.values == null ? around : frame.values;
        for (var token : frame.tokens) {
            if (Token.kind(token) != Token.FLOW) continue;
            var moves = entering.along(frame, values, token, wished, depth);
            if (!moves.isEmpty()) return moves;
        }
        for (int i = 0; i < frame.inner.length; i++) {
            var moves = urgent(frame.inner[i], values, wished, depth + 1);
            if (!moves.isEmpty()) return lifted(frame, values, i, moves);
        }
        return List.of();
    }

    private List<Move> all(Frame frame, Values around, boolean wished, int depth) {
        var values = frame.values == null ? around : frame.values;
        var moves = new ArrayList<Move>();
        int before = -1;
        for (var token : frame.tokens) {
            if (token == before) continue;
            before = token;
            switch (Token.kind(token)) {
                case Token.FLOW -> moves.addAll(entering.along(frame, values, token, wished, depth));
                case Token.BEFORE -> moves.addAll(entering.begin(frame, values, token, wished, depth));
                default -> moves.addAll(happening.to(frame, values, token));
            }
        }
        moves.addAll(happening.failures(frame, values));
        for (int i = 0; i < frame.inner.length; i++) {
            moves.addAll(happening.onTheBorder(frame, values, i));
            moves.addAll(lifted(frame, values, i, all(frame.inner[i], values, wished, depth + 1)));
        }
        return moves;
    }

    private List<Move> lifted(Frame frame, Values values, int inner, List<Move> moves) {
        return moves.stream()
                .map(move -> new Move(move.what(), lifted(frame, values, inner, move.result())))
                .toList();
    }

    private Result lifted(Frame frame, Values values, int index, Result result) {
        var inner = frame.inner[index];
        var rest = frame.withoutInner(index);
        if (result instanceof GoesOn on) {
            return inner.isProcess()
                    ? new GoesOn(rest.with(on.frame().with(on.values())), values)
                    : new GoesOn(rest.with(on.frame()), on.values());
        }
        if (result instanceof Finished finished) {
            return happening.left(rest, valuesAfter(inner, finished.values(), values), net.place(inner.owner));
        }
        if (result instanceof Thrown thrown) return caught(frame, values, index, thrown);
        return new Overflow();
    }

    private Values valuesAfter(Frame inner, Values inside, Values outside) {
        return inner.isProcess() ? mappings.outOf(net.place(inner.owner), inside, outside) : inside;
    }

    private Result caught(Frame frame, Values values, int index, Thrown thrown) {
        var inner = frame.inner[index];
        var owner = net.place(inner.owner);
        var here = inner.isProcess() ? values : thrown.values();
        var rest = frame.withoutInner(index);
        return entering.catches()
                .onTheBorder(owner, rest, here, thrown.code())
                .or(() -> entering.catches().inside(owner.body(), frame, here, thrown.code()))
                .orElseGet(() -> new Thrown(thrown.code(), here, lifted(frame, values, index, thrown.otherwise())));
    }

    /** What comes of the outermost process. Empty where more tokens gather than are followed. */
    Optional<State> stateAfter(Result result, int memory) {
        if (result instanceof GoesOn on) return Optional.of(new State(on.frame().with(on.values()), memory));
        if (result instanceof Finished) return Optional.of(new State(null, memory));
        if (result instanceof Thrown thrown) {
            // BPMN: an error that nobody catches ends the process. The engine: it ends the way that led to it.
            return semantics == Semantics.TOKENS
                    ? Optional.of(new State(null, memory))
                    : stateAfter(thrown.otherwise(), memory);
        }
        return Optional.empty();
    }

    static boolean waitsForTime(Type type) {
        return type == Type.TIMER || type == Type.CYCLE;
    }
}
