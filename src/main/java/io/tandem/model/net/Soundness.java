package io.tandem.model.net;

import io.tandem.model.diagram.Kind;
import io.tandem.model.diagram.Node;
import io.tandem.model.diagram.ProcessModel;
import java.util.List;

/**
 * Whether a process is sound, by the four properties that are usual for BPMN (Kräuter et al., "Instantaneous,
 * Comprehensible, and Fixable Soundness Checking of Realistic BPMN Models", 2024). Only the diagram counts: every way
 * at a gateway may be taken, every event may happen, every task may end.
 *
 * @param optionToComplete from every state the process can come to its end
 * @param properCompletion when it ends, no end event has been reached twice
 * @param noDeadActivities every activity can be reached
 * @param safe no flow ever holds two tokens
 */
public record Soundness(Verdict optionToComplete, Verdict properCompletion, Verdict noDeadActivities, Verdict safe) {

    /**
     * @param way the shortest way to where the property is broken
     * @param again what happens again and again from there on; empty where nothing goes on
     * @param where the nodes at which it shows there
     */
    public record Verdict(boolean holds, List<Occurrence> way, List<Occurrence> again, List<Node> where) {

        static final Verdict YES = new Verdict(true, List.of(), List.of(), List.of());

        static Verdict no(List<Occurrence> way, List<Node> where) {
            return new Verdict(false, way, List.of(), where);
        }
    }

    public boolean holds() {
        return optionToComplete.holds && properCompletion.holds && noDeadActivities.holds && safe.holds;
    }

    /**
     * @throws TooManyStates if there are more than a million
     * @throws io.tandem.model.diagram.NotSupported if the process cannot be followed
     */
    public static Soundness of(ProcessModel process) {
        var game = TokenGame.of(process);
        return new Soundness(completes(game), properly(game), nothingDead(game), safely(game));
    }

    private static Verdict completes(TokenGame game) {
        var can = game.space().reaching(state -> game.space().state(state).isOver(), what -> true);
        if (can.cardinality() == game.space().size()) return Verdict.YES;
        // A deadlock tells more than the state from which all ways lead into one.
        var stuck = game.space().first(state -> !can.get(state) && game.isStuck(state));
        if (stuck < 0) return goesRound(game);
        var found = game.shortest(TokenGame::isStuck, stuck);
        return Verdict.no(found.way(), game.nodesIn(found.state()));
    }

    private static Verdict goesRound(TokenGame game) {
        var circle = game.circle();
        return new Verdict(false, circle.way(), circle.again(), game.nodesIn(circle.state()));
    }

    private static Verdict properly(TokenGame game) {
        var improper = game.space().first(game::isImproper);
        if (improper < 0) return Verdict.YES;
        var found = game.shortest(TokenGame::isImproper, improper);
        return Verdict.no(
                found.way(),
                found.way().stream()
                        .filter(Occurrence::isEndedAgain)
                        .map(Occurrence::node)
                        .distinct()
                        .toList());
    }

    private static Verdict nothingDead(TokenGame game) {
        var dead = game.dead().stream()
                .filter(node -> node.kind().isActivity()
                        && (node.kind() != Kind.WAIT || node.tag().endsWith("Task")))
                .toList();
        return dead.isEmpty() ? Verdict.YES : Verdict.no(List.of(), dead);
    }

    private static Verdict safely(TokenGame game) {
        var crowded = game.space().first(game::isCrowded);
        if (crowded < 0) return Verdict.YES;
        var found = game.shortest(TokenGame::isCrowded, crowded);
        return Verdict.no(found.way(), game.crowdedIn(found.state()));
    }
}
