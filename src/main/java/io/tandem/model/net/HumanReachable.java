package io.tandem.model.net;

import io.tandem.model.net.Promises.Broken;
import io.tandem.model.net.Promises.Promise;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * The first promise. Wherever the customer calls for a person, a task for agents must come of it, whatever the steps in
 * between turn out to do, with nobody else doing anything, and without a word of the bot.
 */
final class HumanReachable {

    private final Lifecycle life;
    private final StateSpace space;
    private final BitSet good;

    HumanReachable(Lifecycle life) {
        this.life = life;
        this.space = life.space();
        this.good = leadingToPerson();
    }

    Optional<Broken> broken() {
        return space.firstEdge((state, edge) -> life.isWish(state, edge) && !good.get(space.next(state)[edge]))
                .map(edge -> {
                    var way = new ArrayList<>(space.wayOver(edge));
                    way.addAll(onFrom(edge.target()));
                    return Promises.endingWith(Promise.HUMAN_REACHABLE, way);
                });
    }

    /** Grows until nothing more is found; states that lead in a circle are never in it. */
    private BitSet leadingToPerson() {
        var found = new BitSet(space.size());
        boolean more = true;
        while (more) {
            more = false;
            for (int state = space.size() - 1; state >= 0; state--) {
                if (found.get(state) || !leads(state, found)) continue;
                found.set(state);
                more = true;
            }
        }
        return found;
    }

    private boolean leads(int state, BitSet found) {
        if (life.isWithAgents(space.state(state))) return true;
        boolean goesOn = false;
        for (int edge = 0; edge < space.next(state).length; edge++) {
            if (space.occurrence(state, edge).isAwaited()) continue;
            if (isBad(state, edge, found)) return false;
            goesOn = true;
        }
        return goesOn;
    }

    private boolean isBad(int state, int edge, BitSet found) {
        return life.recorder().botAnswers(space.occurrence(state, edge)) || !found.get(space.next(state)[edge]);
    }

    /** On from a state that does not lead to a person, to where that shows. */
    private List<Occurrence> onFrom(int start) {
        var way = new ArrayList<Occurrence>();
        var seen = new HashSet<Integer>();
        int state = start;
        while (seen.add(state)) {
            int bad = firstBad(state);
            if (bad < 0) return way;
            way.add(space.occurrence(state, bad));
            if (life.recorder().botAnswers(space.occurrence(state, bad))) return way;
            state = space.next(state)[bad];
        }
        return way;
    }

    private int firstBad(int state) {
        for (int edge = 0; edge < space.next(state).length; edge++) {
            if (!space.occurrence(state, edge).isAwaited() && isBad(state, edge, good)) return edge;
        }
        return -1;
    }
}
