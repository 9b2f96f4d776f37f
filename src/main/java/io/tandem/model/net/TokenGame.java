package io.tandem.model.net;

import io.tandem.model.diagram.Node;
import io.tandem.model.diagram.ProcessModel;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One process, whose tokens move as BPMN says. */
final class TokenGame {

    private static final int IMPROPER = 1;

    /** As far as a nicer way is looked for, where one is known already. */
    private static final int PATIENCE = 200_000;

    private final ProcessModel process;
    private final Net net;
    private final Chains chains;
    private final StateSpace space;
    private final Map<State, Occurrence> beginnings;

    private TokenGame(ProcessModel process, Net net, Chains chains, int limit) {
        this.process = process;
        this.net = net;
        this.chains = chains;
        var mover = new Mover(process, net, Semantics.TOKENS, chains, new Unknown());
        this.beginnings = beginnings(process, net, mover.scopes());
        this.space = new StateSpace(state -> next(mover, state), limit);
    }

    static TokenGame of(ProcessModel process) {
        Starts.check(process);
        var net = new Net(List.of(process));
        var game = new TokenGame(process, net, Chains.followed(net), StateSpace.LIMIT);
        game.space.explored(game.beginnings);
        return game;
    }

    private static List<StateSpace.Next> next(Mover mover, State state) {
        return mover.moves(state.running(), false).stream()
                .map(move -> {
                    int memory = move.what().isEndedAgain() ? IMPROPER : state.memory();
                    return new StateSpace.Next(move.what(), mover.stateAfter(move.result(), memory));
                })
                .toList();
    }

    /** Each start event begins a process of its own. */
    private static Map<State, Occurrence> beginnings(ProcessModel process, Net net, Scopes scopes) {
        var beginnings = new LinkedHashMap<State, Occurrence>();
        process.body()
                .starts()
                .map(net::place)
                .forEach(start -> beginnings.put(
                        new State(scopes.process(-1, process, start, Values.NONE), 0),
                        Occurrence.of(Occurrence.Kind.BEGINS, start)));
        return beginnings;
    }

    StateSpace space() {
        return space;
    }

    /** Tokens, and none of them can go on. */
    boolean isStuck(int state) {
        return !space.state(state).isOver() && space.next(state).length == 0;
    }

    boolean isImproper(int state) {
        return space.state(state).isOver() && space.state(state).memory() == IMPROPER;
    }

    boolean isCrowded(int state) {
        return !crowdedFlows(space.state(state).process()).isEmpty();
    }

    /** The nearest state of this kind by single steps; where looking for it takes too long, the one that is known. */
    Found shortest(IsSo kind, int known) {
        var bySteps = new TokenGame(process, net, Chains.none(net), PATIENCE);
        return bySteps.space
                .search(bySteps.beginnings, state -> kind.test(bySteps, state))
                .map(state -> new Found(bySteps.space.wayTo(state), bySteps.space.state(state)))
                .orElseGet(() -> found(known));
    }

    /** How one comes from the first state without a way to the end to where one goes round for ever. */
    Circle circle() {
        try {
            var bySteps = new TokenGame(process, net, Chains.none(net), PATIENCE);
            bySteps.space.explored(bySteps.beginnings);
            return Circle.in(bySteps.space);
        } catch (TooManyStates tooMany) {
            return Circle.in(space);
        }
    }

    Found found(int state) {
        return new Found(space.wayTo(state), space.state(state));
    }

    record Found(List<Occurrence> way, State state) {}

    interface IsSo {
        boolean test(TokenGame game, int state);
    }

    /** Where tokens stand. */
    List<Node> nodesIn(State state) {
        return state.isOver()
                ? List.of()
                : net.occupied(state.running()).stream()
                        .map(Place::node)
                        .distinct()
                        .toList();
    }

    List<Node> crowdedIn(State state) {
        return crowdedFlows(state.process()).stream()
                .mapToObj(flow -> net.target(flow).node())
                .toList();
    }

    /** The numbers of the flows with two tokens or more. */
    private static BitSet crowdedFlows(@Nullable Frame frame) {
        var crowded = new BitSet();
        if (frame == null) return crowded;
        for (int i = 1; i < frame.tokens.length; i++) {
            var token = frame.tokens[i];
            if (token == frame.tokens[i - 1] && Token.kind(token) == Token.FLOW) crowded.set(Token.index(token));
        }
        for (var inner : frame.inner) crowded.or(crowdedFlows(inner));
        return crowded;
    }

    /** The nodes that no token ever comes to. */
    List<Node> dead() {
        return new Reached(net, chains, space).notReached().map(Place::node).toList();
    }
}
