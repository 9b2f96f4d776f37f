package io.tandem.model.net;

import io.tandem.model.diagram.Node;
import io.tandem.model.diagram.ProcessModel;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;

/**
 * Proves of a process, by every state that it can reach, what customers are promised. What is broken is told by the
 * shortest way that breaks it.
 */
public final class Promises {

    /** @param where the nodes at which it shows in the end; for dead elements those */
    public record Broken(Promise promise, List<Occurrence> way, List<Place2> where) {}

    /** A node and the file that it stands in. */
    public record Place2(String file, Node node) {}

    public enum Promise {
        /** From wherever the bot works or has spoken, the customer's wish leads to agents, and the bot says no more. */
        HUMAN_REACHABLE,
        /** A customer who stays silent does not wait for ever: time and people bring every ticket to an end. */
        NO_ENDLESS_WAIT,
        /** Whoever was answered is asked, unless the survey's table decides otherwise. */
        ALWAYS_ASKED,
        /** Once a person has it, the bot is silent. */
        BOT_SILENT,
        /** From every state the end can be reached. */
        COMPLETES,
        /** Tokens do not become more and more. */
        BOUNDED,
        /** Each node can be reached. */
        ALIVE
    }

    private final Lifecycle life;
    private final StateSpace space;
    private final List<Broken> broken = new ArrayList<>();

    private Promises(Lifecycle life) {
        this.life = life;
        this.space = life.space();
    }

    /** How many states were looked at, and what is broken in them. */
    public record Proof(int states, List<Broken> broken) {}

    /**
     * @param all the processes that it may call, itself included
     * @throws TooManyStates if there are more than a million
     */
    public static Proof of(ProcessModel root, List<ProcessModel> all, World world) {
        var promises = new Promises(Lifecycle.of(root, all, world));
        promises.check(root.id().equals(world.ticketProcess()));
        return new Proof(promises.space.size(), promises.broken);
    }

    private void check(boolean isTicket) {
        completes();
        noEndlessWait();
        if (isTicket) {
            humanReachable();
            botSilent();
            alwaysAsked();
        }
        bounded();
        alive();
    }

    private void completes() {
        var can = space.reaching(state -> space.state(state).isOver(), what -> true);
        if (can.cardinality() == space.size()) return;
        var stuck = space.first(state -> !can.get(state) && space.next(state).length == 0);
        broken(Promise.COMPLETES, stuck >= 0 ? stuck : space.first(state -> !can.get(state)));
    }

    private void noEndlessWait() {
        var can = space.reaching(state -> space.state(state).isOver(), what -> !life.isByCustomer(what));
        var waiting = space.first(state -> !can.get(state) && life.rests(state));
        if (waiting >= 0) broken(Promise.NO_ENDLESS_WAIT, waiting);
    }

    private void alwaysAsked() {
        var unasked = space.first(state -> space.state(state).isOver()
                && Memory.owesSurvey(space.state(state).memory()));
        if (unasked >= 0) broken(Promise.ALWAYS_ASKED, unasked);
    }

    private void botSilent() {
        edge((state, edge) -> life.botAnswers(space.occurrence(state, edge))
                        && Memory.isHandedOver(space.state(state).memory()))
                .ifPresent(found -> broken.add(new Broken(Promise.BOT_SILENT, found, last(found))));
    }

    private void humanReachable() {
        var good = reachesPerson();
        edge((state, edge) -> life.isWish(state, edge) && !good.get(space.next(state)[edge]))
                .ifPresent(way -> {
                    var whole = new ArrayList<>(way);
                    whole.addAll(onFrom(stateAfter(way), good));
                    broken.add(new Broken(Promise.HUMAN_REACHABLE, whole, last(whole)));
                });
    }

    private int lastTarget;

    private int stateAfter(List<Occurrence> way) {
        return lastTarget;
    }

    /** The states from which, without anybody doing anything, agents get a task and the bot says nothing before. */
    private BitSet reachesPerson() {
        var good = new BitSet(space.size());
        boolean more = true;
        while (more) {
            more = false;
            for (int state = space.size() - 1; state >= 0; state--) {
                if (good.get(state) || !isGood(state, good)) continue;
                good.set(state);
                more = true;
            }
        }
        return good;
    }

    private boolean isGood(int state, BitSet good) {
        if (life.isWithAgents(space.state(state))) return true;
        boolean goesOn = false;
        for (int edge = 0; edge < space.next(state).length; edge++) {
            var what = space.occurrence(state, edge);
            if (what.isAwaited()) continue;
            if (life.botAnswers(what) || !good.get(space.next(state)[edge])) return false;
            goesOn = true;
        }
        return goesOn;
    }

    /** From a state that does not lead to a person: on to where that shows. */
    private List<Occurrence> onFrom(int start, BitSet good) {
        var way = new ArrayList<Occurrence>();
        var seen = new HashSet<Integer>();
        int state = start;
        while (seen.add(state)) {
            int bad = -1;
            for (int edge = 0; edge < space.next(state).length && bad < 0; edge++) {
                var what = space.occurrence(state, edge);
                if (!what.isAwaited() && (life.botAnswers(what) || !good.get(space.next(state)[edge]))) bad = edge;
            }
            if (bad < 0) break;
            way.add(space.occurrence(state, bad));
            if (life.botAnswers(space.occurrence(state, bad))) break;
            state = space.next(state)[bad];
        }
        return way;
    }

    private void bounded() {
        var way = space.firstOverflow();
        if (!way.isEmpty()) broken.add(new Broken(Promise.BOUNDED, way, last(way)));
    }

    private void alive() {
        var reached = new HashSet<Node>();
        space.occurrences().forEach(what -> reached.add(what.node()));
        var dead = life.net().places().stream()
                .filter(place -> isInPlay(place)
                        && !reached.contains(place.node())
                        && !place.node().isEventSubProcess())
                .map(place -> new Place2(place.process().file(), place.node()))
                .toList();
        if (!dead.isEmpty()) broken.add(new Broken(Promise.ALIVE, List.of(), dead));
    }

    /** Whether the place belongs to this process or one that it calls. */
    private boolean isInPlay(Place place) {
        return place.process() == life.root() || isCalled(place.process(), life.root(), new HashSet<>());
    }

    private boolean isCalled(ProcessModel called, ProcessModel by, HashSet<String> seen) {
        if (!seen.add(by.id())) return false;
        return life.net().places().stream()
                .filter(place -> place.process() == by && place.node().work().called() != null)
                .flatMap(call ->
                        life.net().process(String.valueOf(call.node().work().called())).stream())
                .anyMatch(next -> next == called || isCalled(called, next, seen));
    }

    private Optional<List<Occurrence>> edge(BiPredicate<Integer, Integer> some) {
        for (int state = 0; state < space.size(); state++) {
            for (int edge = 0; edge < space.next(state).length; edge++) {
                if (!some.test(state, edge)) continue;
                var way = new ArrayList<>(space.wayTo(state));
                way.add(space.occurrence(state, edge));
                lastTarget = space.next(state)[edge];
                return Optional.of(way);
            }
        }
        return Optional.empty();
    }

    private void broken(Promise promise, int state) {
        var at = space.state(state);
        var where = at.isOver()
                ? last(space.wayTo(state))
                : life.nodesIn(at.running()).stream().map(this::placed).toList();
        broken.add(new Broken(promise, space.wayTo(state), where));
    }

    private Place2 placed(Node node) {
        return new Place2(life.net().place(node).process().file(), node);
    }

    private static List<Place2> last(List<Occurrence> way) {
        var last = way.get(way.size() - 1);
        return List.of(new Place2(last.file(), last.node()));
    }
}
