package io.tandem.model.net;

import io.tandem.model.diagram.Kind;
import io.tandem.model.diagram.Node;
import io.tandem.model.diagram.ProcessModel;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds what nothing ever comes to. */
final class DeadNodes {

    private final Net net;
    private final Chains chains;
    private final StateSpace space;

    DeadNodes(Net net, Chains chains, StateSpace space) {
        this.net = net;
        this.chains = chains;
        this.space = space;
    }

    /** The nodes of this process and of those that it calls which nothing ever comes to, though it comes before them. */
    List<Place> of(ProcessModel root) {
        var reached = new HashSet<Node>();
        space.occurrences().forEach(what -> reached.add(what.node()));
        net.places().stream().filter(chains::hasPassed).map(Place::node).forEach(reached::add);
        var inPlay = new HashSet<ProcessModel>();
        collectCalled(root, inPlay);
        return net.places().stream()
                .filter(place -> inPlay.contains(place.process()) && !reached.contains(place.node()))
                .filter(place -> !place.node().isEventSubProcess() && isNextTo(reached, place))
                .toList();
    }

    /** Whatever comes after a dead node is dead, too, and not worth a word of its own. */
    private boolean isNextTo(Set<Node> reached, Place place) {
        var node = place.node();
        if (node.hostId().isPresent())
            return place.body()
                    .node(node.hostId().get())
                    .filter(reached::contains)
                    .isPresent();
        return node.incoming().isEmpty()
                ? node.kind() != Kind.START
                : place.body().flows().stream()
                        .filter(flow -> flow.target().equals(node.id()))
                        .anyMatch(flow -> place.body()
                                .node(flow.source())
                                .filter(reached::contains)
                                .isPresent());
    }

    private void collectCalled(ProcessModel process, Set<ProcessModel> inPlay) {
        if (!inPlay.add(process)) return;
        process.body()
                .walk(body -> body.nodes().stream()
                        .flatMap(node -> Optional.ofNullable(node.work().called()).flatMap(net::process).stream())
                        .forEach(called -> collectCalled(called, inPlay)));
    }
}
