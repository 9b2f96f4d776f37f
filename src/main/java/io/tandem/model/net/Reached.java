package io.tandem.model.net;

import io.tandem.model.diagram.Kind;
import io.tandem.model.diagram.Node;
import io.tandem.model.diagram.ProcessModel;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What tokens came to, and what they never do. */
final class Reached {

    private final Net net;
    private final Set<Node> reached = new HashSet<>();

    Reached(Net net, Chains chains, StateSpace space) {
        this.net = net;
        space.occurrences().forEach(what -> reached.add(what.node()));
        net.places().stream().filter(chains::hasPassed).map(Place::node).forEach(reached::add);
    }

    Stream<Place> notReached() {
        return net.places().stream()
                .filter(place ->
                        !reached.contains(place.node()) && !place.node().isEventSubProcess());
    }

    /** The nodes of this process and of those that it calls which nothing ever comes to, though it comes before them. */
    List<Place> deadIn(ProcessModel root) {
        var inPlay = new HashSet<ProcessModel>();
        collectCalled(root, inPlay);
        return notReached()
                .filter(place -> inPlay.contains(place.process()) && isNextToReached(place))
                .toList();
    }

    /** Whatever comes after a dead node is dead, too, and not worth a word of its own. */
    private boolean isNextToReached(Place place) {
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
