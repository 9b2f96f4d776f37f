package io.tandem.model.net;

import io.tandem.model.diagram.Kind;
import io.tandem.model.diagram.Node;
import io.tandem.model.diagram.ProcessModel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A process and all that it calls, as the engine runs them, with what the record remembers of the ticket beside. The
 * customer's wish for a person may come whenever the engine rests.
 */
final class Lifecycle {

    private final ProcessModel root;
    private final Net net;
    private final World world;
    private final Chains chains;
    private final Mover mover;
    private final StateSpace space;
    private final Recorder recorder;
    private final boolean isTicket;

    private Lifecycle(ProcessModel root, List<ProcessModel> all, World world, boolean isTicket) {
        this.root = root;
        this.net = new Net(all);
        this.world = world;
        this.recorder = new Recorder(world);
        this.isTicket = isTicket;
        this.chains = Chains.none(net);
        this.mover = new Mover(root, net, Semantics.ENGINE, chains, world);
        this.space = new StateSpace(this::next, StateSpace.LIMIT);
    }

    /**
     * @param all the processes that it may call, itself included
     * @throws TooManyStates if there are more than a million
     */
    static Lifecycle of(ProcessModel root, List<ProcessModel> all, World world) {
        var lifecycle = new Lifecycle(root, all, world, root.id().equals(world.ticketProcess()));
        lifecycle.space.exploredWhileBounded(lifecycle.beginnings());
        return lifecycle;
    }

    StateSpace space() {
        return space;
    }

    Recorder recorder() {
        return recorder;
    }

    private Map<State, Occurrence> beginnings() {
        var beginnings = new LinkedHashMap<State, Occurrence>();
        root.body().starts().map(net::place).forEach(start -> {
            var values = valuesAt(start.node());
            var begun = mover.scopes().process(-1, root, start, values);
            beginnings.put(new State(begun, 0), Occurrence.of(Occurrence.Kind.BEGINS, start));
        });
        world.entries(root.id())
                .forEach((entry, given) -> root.body()
                        .node(entry)
                        .map(net::place)
                        .ifPresent(place ->
                                beginnings.put(begunAt(place, given), Occurrence.of(Occurrence.Kind.BEGINS, place))));
        return beginnings;
    }

    private State begunAt(Place entry, Set<String> given) {
        var values = mover.tracked().atTheStartOf(root);
        for (var name : given) values = mover.tracked().set(root, values, name, Values.ANY);
        return new State(mover.scopes().processAt(root, entry, values), 0);
    }

    /** Whoever starts a process by its name may give it any variables; a message brings its own. */
    private Values valuesAt(Node start) {
        var name = start.trigger().name();
        if (name == null) return Values.NONE;
        var values = mover.tracked().atTheStartOf(root);
        for (var set : world.message(name).sets().entrySet()) {
            values = mover.tracked().set(root, values, set.getKey(), set.getValue());
        }
        return values;
    }

    private List<StateSpace.Next> next(State state) {
        var next = new ArrayList<StateSpace.Next>();
        var memory = state.memory();
        var moves = mover.moves(state.running(), Memory.wished(memory));
        for (var move : moves) {
            next.add(new StateSpace.Next(
                    move.what(), mover.stateAfter(move.result(), recorder.after(memory, move.what()))));
        }
        if (isTicket && mover.rests(state.running())) wishes(state, moves, next);
        return next;
    }

    /** The customer wants a person now: the diagram hears of it, or the record keeps it for whoever reads it next. */
    private void wishes(State state, List<Move> moves, List<StateSpace.Next> next) {
        int memory = state.memory();
        if (Memory.wished(memory) || Memory.isWithPerson(memory) || Memory.isMerged(memory)) return;
        var hears = Memory.isResolved(memory) ? world.reopened() : world.wanted();
        var heard = moves.stream().filter(move -> move.what().isMessage(hears)).toList();
        for (var move : heard) {
            next.add(new StateSpace.Next(
                    move.what(), mover.stateAfter(move.result(), Memory.wish(recorder.after(memory, move.what())))));
        }
        if (heard.isEmpty()) {
            var where = spotsIn(state.running()).get(0);
            var wished = new Occurrence(Occurrence.Kind.WISHED, where.node(), null, where.file(), Map.of());
            next.add(new StateSpace.Next(wished, Optional.of(new State(state.process(), Memory.wish(memory)))));
        }
    }

    boolean isWish(int state, int edge) {
        var what = space.occurrence(state, edge);
        if (what.kind() == Occurrence.Kind.WISHED) return true;
        return what.kind() == Occurrence.Kind.MESSAGE
                && !Memory.wished(space.state(state).memory())
                && Memory.wished(space.state(space.next(state)[edge]).memory());
    }

    /** Whether a task of a group of agents is open. */
    boolean isWithAgents(State state) {
        return state.process() != null && hasOpenTask(state.running());
    }

    private boolean hasOpenTask(Frame frame) {
        for (var token : frame.tokens) {
            if (Token.kind(token) != Token.AT) continue;
            var node = net.place(Token.index(token)).node();
            if (node.kind() == Kind.PERSON && node.work().groups() != null) return true;
        }
        for (var inner : frame.inner) if (hasOpenTask(inner)) return true;
        return false;
    }

    boolean rests(int state) {
        return space.state(state).process() != null
                && mover.rests(space.state(state).running());
    }

    /** Where tokens stand. */
    List<Spot> spotsIn(Frame frame) {
        return net.occupied(frame).stream().map(Spot::of).distinct().toList();
    }

    /** The nodes that nothing ever comes to, though it comes before them. */
    List<Place> dead() {
        return new Reached(net, chains, space).deadIn(root);
    }
}
