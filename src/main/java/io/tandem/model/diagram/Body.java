package io.tandem.model.diagram;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The nodes and flows of a process or of a sub-process, without what is inside of its sub-processes. */
public record Body(List<Node> nodes, List<Flow> flows) {

    public Optional<Node> node(String id) {
        return nodes.stream().filter(node -> node.id().equals(id)).findFirst();
    }

    public Stream<Node> starts() {
        return nodes.stream().filter(node -> node.kind() == Kind.START);
    }

    /** This body and all inside it. */
    public void walk(Consumer<Body> visitor) {
        visitor.accept(this);
        nodes.stream()
                .filter(node -> node.body() != null)
                .forEach(node -> node.inside().walk(visitor));
    }
}
