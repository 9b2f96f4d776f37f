package io.tandem.model.net;

import io.tandem.model.Step.Effect;
import io.tandem.model.Steps;
import io.tandem.model.diagram.Kind;
import io.tandem.model.diagram.Node;
import io.tandem.model.diagram.ProcessModel;
import io.tandem.model.net.World.Message.Sender;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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
    private final boolean isTicket;

    private Lifecycle(ProcessModel root, List<ProcessModel> all, World world, boolean isTicket) {
        this.root = root;
        this.net = new Net(all);
        this.world = world;
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
        lifecycle.space.explored(lifecycle.beginnings());
        return lifecycle;
    }

    StateSpace space() {
        return space;
    }

    private Map<State, Occurrence> beginnings() {
        var beginnings = new LinkedHashMap<State, Occurrence>();
        root.body().starts().map(net::place).forEach(start -> {
            var values = valuesAt(start.node());
            var begun = mover.scopes().process(-1, root, start, values);
            beginnings.put(new State(begun, 0), Occurrence.of(Occurrence.Kind.BEGINS, start));
        });
        for (var entry : world.entries(root.id())) {
            root.body()
                    .node(entry)
                    .map(net::place)
                    .ifPresent(place -> beginnings.put(
                            new State(mover.scopes().processAt(root, place, Values.NONE), 0),
                            Occurrence.of(Occurrence.Kind.BEGINS, place)));
        }
        return beginnings;
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
            next.add(new StateSpace.Next(move.what(), mover.stateAfter(move.result(), after(memory, move.what()))));
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
                    move.what(), mover.stateAfter(move.result(), Memory.wish(after(memory, move.what())))));
        }
        if (heard.isEmpty()) {
            var where = spotsIn(state.running()).get(0);
            var wished = new Occurrence(Occurrence.Kind.WISHED, where.node(), null, where.file(), Map.of());
            next.add(new StateSpace.Next(wished, Optional.of(new State(state.process(), Memory.wish(memory)))));
        }
    }

    private int after(int memory, Occurrence what) {
        return switch (what.kind()) {
            case DONE -> afterStep(memory, what.node());
            case DECIDED -> world.asksNobody(what.node(), what.details()) ? Memory.asked(memory) : memory;
            case MESSAGE -> afterMessage(memory, what.node().trigger().name());
            default -> memory;
        };
    }

    private int afterStep(int memory, Node node) {
        return switch (effectOf(node)) {
            case BOT_ANSWERS -> Memory.wished(memory) ? memory : Memory.answered(memory);
            case AGENT_ANSWERS -> Memory.answered(memory);
            case HANDS_OVER -> Memory.handedOver(memory);
            case ASKS_FOR_RATING -> Memory.asked(memory);
            case RESOLVES -> world.withdraws(node) ? Memory.asked(Memory.resolved(memory)) : Memory.resolved(memory);
            default -> memory;
        };
    }

    private int afterMessage(int memory, @Nullable String name) {
        if (name == null) return memory;
        if (name.equals(world.wanted())) return Memory.wish(memory);
        if (name.equals(world.reopened())) return Memory.reopened(memory);
        return name.equals(world.merged()) ? Memory.merged(memory) : memory;
    }

    Effect effectOf(Node node) {
        var delegate = node.work().delegate();
        return delegate == null
                ? Effect.NONE
                : world.step(delegate).map(Steps.Facts::effect).orElse(Effect.NONE);
    }

    boolean isByCustomer(Occurrence what) {
        if (what.kind() == Occurrence.Kind.WISHED) return true;
        var name = what.node().trigger().name();
        return what.kind() == Occurrence.Kind.MESSAGE
                && (name == null || world.message(name).sender() == Sender.CUSTOMER);
    }

    boolean isWish(int state, int edge) {
        var what = space.occurrence(state, edge);
        if (what.kind() == Occurrence.Kind.WISHED) return true;
        return what.kind() == Occurrence.Kind.MESSAGE
                && !Memory.wished(space.state(state).memory())
                && Memory.wished(space.state(space.next(state)[edge]).memory());
    }

    boolean botAnswers(Occurrence what) {
        return what.kind() == Occurrence.Kind.DONE && effectOf(what.node()) == Effect.BOT_ANSWERS;
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
        var spots = new LinkedHashSet<Spot>();
        collect(frame, spots);
        return List.copyOf(spots);
    }

    private void collect(Frame frame, Set<Spot> spots) {
        for (var token : frame.tokens) {
            if (!Token.isLive(token)) continue;
            int index = Token.index(token);
            spots.add(Spot.of(Token.kind(token) == Token.FLOW ? net.target(index) : net.place(index)));
        }
        for (var inner : frame.inner) collect(inner, spots);
    }

    /** The nodes of this process and of those that it calls which nothing ever comes to. */
    List<Place> dead() {
        var reached = new HashSet<Node>();
        space.occurrences().forEach(what -> reached.add(what.node()));
        var inPlay = new HashSet<ProcessModel>();
        collectCalled(root, inPlay);
        return net.places().stream()
                .filter(place -> inPlay.contains(place.process()))
                .filter(place -> !reached.contains(place.node()) && !chains.hasPassed(place))
                .filter(place -> !place.node().isEventSubProcess())
                .toList();
    }

    private void collectCalled(ProcessModel process, Set<ProcessModel> inPlay) {
        if (!inPlay.add(process)) return;
        process.body()
                .walk(body -> body.nodes().stream()
                        .flatMap(node -> Optional.ofNullable(node.work().called()).flatMap(net::process).stream())
                        .forEach(called -> collectCalled(called, inPlay)));
    }
}
