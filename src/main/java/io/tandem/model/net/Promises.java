package io.tandem.model.net;

import io.tandem.model.diagram.ProcessModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Proves of a process, by every state that it can reach, what customers are promised. What is broken is told by the
 * shortest way that breaks it.
 */
public final class Promises {

    public enum Promise {
        /** From every state the end can be reached. */
        COMPLETES,
        /** A customer who stays silent does not wait for ever: time and people bring every ticket to an end. */
        NO_ENDLESS_WAIT,
        /** From wherever the bot works or has spoken, the customer's wish leads to agents, and the bot says no more. */
        HUMAN_REACHABLE,
        /** Once a person has it, the bot is silent. */
        BOT_SILENT,
        /** Whoever was answered is asked, unless the survey's table decides otherwise. */
        ALWAYS_ASKED,
        /** Tokens do not become more and more. */
        BOUNDED,
        /** Each node can be reached. */
        ALIVE
    }

    /** @param where at which nodes it shows in the end */
    public record Broken(Promise promise, List<Occurrence> way, List<Spot> where) {}

    /** How many states were looked at, and what is broken in them. */
    public record Proof(int states, List<Broken> broken) {}

    private final Lifecycle life;
    private final StateSpace space;

    private Promises(Lifecycle life) {
        this.life = life;
        this.space = life.space();
    }

    /**
     * @param all the processes that it may call, itself included
     * @throws TooManyStates if there are more than a million
     * @throws io.tandem.model.diagram.NotSupported if one of them cannot be followed
     */
    public static Proof of(ProcessModel root, List<ProcessModel> all, World world) {
        var promises = new Promises(Lifecycle.of(root, all, world));
        var broken = new ArrayList<Broken>();
        promises.completes().ifPresent(broken::add);
        promises.noEndlessWait().ifPresent(broken::add);
        if (root.id().equals(world.ticketProcess())) {
            new HumanReachable(promises.life).broken().ifPresent(broken::add);
            promises.botSilent().ifPresent(broken::add);
            promises.alwaysAsked().ifPresent(broken::add);
        }
        promises.bounded().ifPresent(broken::add);
        promises.alive().ifPresent(broken::add);
        return new Proof(promises.space.size(), List.copyOf(broken));
    }

    private Optional<Broken> completes() {
        var can = space.reaching(state -> space.state(state).isOver(), what -> true);
        var stuck = space.first(state -> !can.get(state) && space.next(state).length == 0);
        return found(Promise.COMPLETES, stuck >= 0 ? stuck : space.first(state -> !can.get(state)));
    }

    private Optional<Broken> noEndlessWait() {
        var can = space.reaching(state -> space.state(state).isOver(), what -> !life.isByCustomer(what));
        return found(Promise.NO_ENDLESS_WAIT, space.first(state -> !can.get(state) && life.rests(state)));
    }

    private Optional<Broken> alwaysAsked() {
        return found(
                Promise.ALWAYS_ASKED,
                space.first(state -> space.state(state).isOver()
                        && Memory.owesSurvey(space.state(state).memory())));
    }

    private Optional<Broken> botSilent() {
        return space.firstEdge((state, edge) -> life.botAnswers(space.occurrence(state, edge))
                        && Memory.isHandedOver(space.state(state).memory()))
                .map(edge -> endingWith(Promise.BOT_SILENT, space.wayOver(edge)));
    }

    private Optional<Broken> bounded() {
        var way = space.firstOverflow();
        return way.isEmpty() ? Optional.empty() : Optional.of(endingWith(Promise.BOUNDED, way));
    }

    private Optional<Broken> alive() {
        var dead = life.dead().stream().map(Spot::of).toList();
        return dead.isEmpty() ? Optional.empty() : Optional.of(new Broken(Promise.ALIVE, List.of(), dead));
    }

    private Optional<Broken> found(Promise promise, int state) {
        if (state < 0) return Optional.empty();
        var way = space.wayTo(state);
        return Optional.of(
                space.state(state).isOver()
                        ? endingWith(promise, way)
                        : new Broken(
                                promise, way, life.spotsIn(space.state(state).running())));
    }

    static Broken endingWith(Promise promise, List<Occurrence> way) {
        return new Broken(promise, way, List.of(Spot.of(way.get(way.size() - 1))));
    }
}
