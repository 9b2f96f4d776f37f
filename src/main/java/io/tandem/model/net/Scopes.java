package io.tandem.model.net;

import io.tandem.model.diagram.Body;
import io.tandem.model.diagram.NotFollowed;
import io.tandem.model.diagram.ProcessModel;
import io.tandem.model.diagram.Trigger.Type;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Opens scopes, with all that can happen to them. */
final class Scopes {

    /** How many scopes of the same node can be at work at once before it counts as growth. */
    static final int AT_ONCE = 3;

    private static final int NESTED = 12;

    private final Net net;
    private final Semantics semantics;
    private final Chains chains;

    Scopes(Net net, Semantics semantics, Chains chains) {
        this.chains = chains;
        this.net = net;
        this.semantics = semantics;
    }

    Frame process(int owner, ProcessModel process, Place start, Values values) {
        var tokens = new ArrayList<Integer>(begin(start));
        tokens.addAll(armed(net.eventStarts(process.body())));
        return Frame.of(owner, tokens, values);
    }

    /** A process that is entered at a node in its middle. */
    Frame processAt(ProcessModel process, Place entry, Values values) {
        var tokens = new ArrayList<Integer>(armed(net.eventStarts(process.body())));
        tokens.add(Token.of(Token.BEFORE, entry.index()));
        return Frame.of(-1, tokens, values);
    }

    /** The inside of a sub-process or of a called process, with the events on its border. */
    Frame inside(Place owner, Body body, @Nullable Values values) {
        var tokens = new ArrayList<Integer>(begin(startOf(owner, body)));
        tokens.addAll(armed(net.eventStarts(body)));
        tokens.addAll(armed(boundaries(owner)));
        return Frame.of(owner.index(), tokens, values);
    }

    /** A task that waits, with the events on its border. */
    Frame waiting(Place task) {
        var tokens = new ArrayList<Integer>(armed(boundaries(task)));
        tokens.add(Token.of(Token.AT, task.index()));
        return Frame.of(task.index(), tokens, null);
    }

    Frame eventSubProcess(Place subProcess, Place start) {
        var tokens = new ArrayList<Integer>(begin(start));
        tokens.addAll(armed(net.eventStarts(start.body())));
        return Frame.of(subProcess.index(), tokens, null);
    }

    private Place startOf(Place owner, Body body) {
        return body.starts()
                .filter(start -> start.trigger().is(Type.NONE))
                .findFirst()
                .map(net::place)
                .orElseThrow(() -> NotFollowed.withoutStart(owner.node()));
    }

    private List<Integer> begin(Place start) {
        var engine = semantics == Semantics.ENGINE;
        if (engine && start.node().asyncBefore()) return List.of(Token.of(Token.BEFORE, start.index()));
        if (engine && start.node().asyncAfter()) return List.of(Token.of(Token.AFTER, start.index()));
        return flowsOutOf(start);
    }

    private List<Integer> flowsOutOf(Place place) {
        var tokens = new ArrayList<Integer>();
        for (var flow : place.out()) tokens.add(Token.of(Token.FLOW, chains.end(flow)));
        return tokens;
    }

    private List<Place> boundaries(Place host) {
        return java.util.Arrays.stream(host.boundaries()).mapToObj(net::place).toList();
    }

    /** What comes again may come twice: enough to see what happens then. Errors are not armed, they are thrown. */
    private static List<Integer> armed(List<Place> events) {
        var tokens = new ArrayList<Integer>();
        for (var event : events) {
            if (event.node().trigger().is(Type.ERROR)) continue;
            tokens.add(Token.of(Token.ARMED, event.index()));
            if (!event.node().interrupts() && event.node().trigger().repeats()) {
                tokens.add(Token.of(Token.ARMED, event.index()));
            }
        }
        return tokens;
    }

    static boolean isTooMany(Frame around, int owner) {
        int same = 0;
        for (var frame : around.inner) if (frame.owner == owner) same++;
        return same >= AT_ONCE;
    }

    static void checkDepth(int depth, Place call) {
        if (depth > NESTED) throw NotFollowed.callsItself(call.node());
    }
}
