package io.tandem.model.net;

import io.tandem.model.diagram.Body;
import io.tandem.model.diagram.Flow;
import io.tandem.model.diagram.Kind;
import io.tandem.model.diagram.Node;
import io.tandem.model.diagram.ProcessModel;
import io.tandem.model.diagram.Trigger.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The nodes and flows of some processes, numbered, so that states are small. */
public final class Net {

    private final Map<String, ProcessModel> processes = new HashMap<>();
    private final List<Place> places = new ArrayList<>();
    private final List<Flow> flows = new ArrayList<>();
    private final List<Integer> targets = new ArrayList<>();
    private final List<Optional<Condition>> conditions = new ArrayList<>();
    private final Map<Node, Integer> numbers = new IdentityHashMap<>();
    private final Map<Body, Body> around = new IdentityHashMap<>();

    public Net(List<ProcessModel> models) {
        for (var model : models) {
            processes.put(model.id(), model);
            model.body().walk(body -> add(model, body));
        }
    }

    private void add(ProcessModel model, Body body) {
        body.nodes().stream().filter(node -> node.body() != null).forEach(node -> around.put(node.inside(), body));
        var byId = new HashMap<String, Integer>();
        for (var node : body.nodes()) {
            byId.put(node.id(), places.size() + byId.size());
        }
        var flowNumbers = new HashMap<String, Integer>();
        for (var flow : body.flows()) {
            flowNumbers.put(flow.id(), flows.size());
            flows.add(flow);
            targets.add(byId.get(flow.target()));
            conditions.add(Optional.ofNullable(flow.condition()).map(Condition::of));
        }
        for (var node : body.nodes()) {
            numbers.put(node, places.size());
            places.add(new Place(
                    places.size(),
                    node,
                    model,
                    body,
                    node.incoming().stream().mapToInt(flowNumbers::get).toArray(),
                    node.outgoing().stream().mapToInt(flowNumbers::get).toArray(),
                    body.nodes().stream()
                            .filter(other ->
                                    other.kind() == Kind.BOUNDARY && node.id().equals(other.host()))
                            .mapToInt(other -> byId.get(other.id()))
                            .toArray()));
        }
    }

    Place place(int index) {
        return places.get(index);
    }

    Place place(Node node) {
        return places.get(Objects.requireNonNull(numbers.get(node)));
    }

    Flow flow(int index) {
        return flows.get(index);
    }

    Place target(int flow) {
        return places.get(targets.get(flow));
    }

    Optional<Condition> condition(int flow) {
        return conditions.get(flow);
    }

    Optional<ProcessModel> process(String id) {
        return Optional.ofNullable(processes.get(id));
    }

    List<Place> places() {
        return places;
    }

    List<Flow> flows() {
        return flows;
    }

    List<ProcessModel> processes() {
        return List.copyOf(processes.values());
    }

    /** The start events of the event sub-processes in a body. */
    List<Place> eventStarts(Body body) {
        return body.nodes().stream()
                .filter(Node::isEventSubProcess)
                .flatMap(sub -> sub.inside().starts())
                .map(this::place)
                .toList();
    }

    /** Where the tokens in a scope and in those inside of it stand: at a node, or before it on a flow. */
    List<Place> occupied(Frame frame) {
        var occupied = new ArrayList<Place>();
        for (var token : frame.tokens) {
            if (!Token.isLive(token)) continue;
            int index = Token.index(token);
            occupied.add(Token.kind(token) == Token.FLOW ? target(index) : place(index));
        }
        for (var inner : frame.inner) occupied.addAll(occupied(inner));
        return occupied;
    }

    /** The body around the event sub-process that this event starts. */
    Body aroundOf(Place start) {
        return Objects.requireNonNull(around.get(start.body()));
    }

    /** The event sub-process that an event starts. */
    Place subProcessOf(Place start, Body outside) {
        return outside.nodes().stream()
                .filter(Node::isEventSubProcess)
                .filter(sub -> sub.inside() == start.body())
                .map(this::place)
                .findFirst()
                .orElseThrow();
    }

    /** Whether some task inside might fail with an error that no end event in it throws. */
    boolean mayFail(Body body, String code) {
        var found = new boolean[2];
        body.walk(inner -> inner.nodes().forEach(node -> {
            if (node.kind() == Kind.STEP || node.kind() == Kind.CALL) found[0] = true;
            if (node.kind() == Kind.END
                    && node.trigger().is(Type.ERROR)
                    && code.equals(node.trigger().name())) found[1] = true;
        }));
        return found[0] && !found[1];
    }
}
