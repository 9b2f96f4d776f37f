package io.tandem.model.net;

import io.tandem.model.diagram.Kind;
import io.tandem.model.net.Result.Finished;
import io.tandem.model.net.Result.GoesOn;
import io.tandem.model.net.Result.Overflow;

/** What follows when a node is done. */
final class Leaving {

    private static final int AT_ONCE = Scopes.AT_ONCE;

    private final Net net;
    private final Semantics semantics;
    private final Chains chains;
    private final Mappings mappings;

    Leaving(Net net, Semantics semantics, Chains chains, Mappings mappings) {
        this.net = net;
        this.semantics = semantics;
        this.chains = chains;
        this.mappings = mappings;
    }

    /** The node is done and what it puts out is mapped. */
    Result done(Frame frame, Values values, Place place) {
        return mapped(frame, mappings.outputs(place, values), place);
    }

    /** The node is done; its outputs are mapped already. */
    Result mapped(Frame frame, Values values, Place place) {
        if (place.node().kind() == Kind.EVENT_SUB_PROCESS) return settled(frame, values);
        if (semantics == Semantics.ENGINE && place.node().asyncAfter()) {
            return put(frame, Token.of(Token.AFTER, place.index()), values);
        }
        return along(frame, values, place);
    }

    /** Tokens on all flows that lead out. */
    Result along(Frame frame, Values values, Place place) {
        var moved = frame;
        for (var flow : place.out()) {
            var token = Token.of(Token.FLOW, chains.end(flow));
            if (moved.count(token) >= AT_ONCE) return new Overflow();
            moved = moved.with(token);
        }
        return settled(moved, values);
    }

    /** A token on one flow of several. */
    Result along(Frame frame, Values values, int flow) {
        return put(frame, Token.of(Token.FLOW, chains.end(flow)), values);
    }

    /** One more token, unless there are too many in its place. */
    static Result put(Frame frame, int token, Values values) {
        return frame.count(token) >= AT_ONCE ? new Overflow() : settled(frame.with(token), values);
    }

    static Result settled(Frame frame, Values values) {
        return frame.isOver() ? new Finished(values) : new GoesOn(frame, values);
    }

    /** All that goes on in a scope is interrupted; the events on its border stay. */
    Frame emptied(Frame frame) {
        var empty = frame.emptied();
        for (var token : frame.tokens) {
            if (Token.kind(token) == Token.ARMED
                    && net.place(Token.index(token)).node().kind() == Kind.BOUNDARY) empty = empty.with(token);
        }
        return empty;
    }

    Mappings mappings() {
        return mappings;
    }
}
