package io.tandem.model.net;

import io.tandem.model.diagram.ProcessModel;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Where a process and what it calls can rest, as the explorer has it: each time the nodes at which something waits. */
public final class SeenStates {

    private SeenStates() {}

    public static Set<List<String>> of(ProcessModel root, List<ProcessModel> all, World world) {
        var life = Lifecycle.of(root, all, world);
        var net = new Net(all);
        var seen = new HashSet<List<String>>();
        for (int state = 0; state < life.space().size(); state++) {
            if (!life.rests(state)) continue;
            var nodes = new ArrayList<String>();
            collect(life.space().state(state).running(), net, nodes);
            nodes.sort(null);
            seen.add(List.copyOf(nodes));
        }
        return seen;
    }

    private static void collect(Frame frame, Net net, List<String> nodes) {
        for (var token : frame.tokens) {
            if (!Token.isLive(token)) continue;
            int index = Token.index(token);
            nodes.add((Token.kind(token) == Token.FLOW ? net.target(index) : net.place(index))
                    .node()
                    .id());
        }
        for (var inner : frame.inner) {
            if (inner.isProcess()) nodes.add(net.place(inner.owner).node().id());
            collect(inner, net, nodes);
        }
    }
}
