package io.tandem.model.net;

import io.tandem.model.Truth;
import io.tandem.model.diagram.Flow;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** What happens when a token comes to an exclusive gateway. */
final class Choosing {

    private final Net net;
    private final Semantics semantics;
    private final Leaving leaving;

    Choosing(Net net, Semantics semantics, Leaving leaving) {
        this.net = net;
        this.semantics = semantics;
        this.leaving = leaving;
    }

    /** One flow of several: in the engine the first whose condition holds, else the default. */
    List<Move> at(Frame rest, Values values, Place place) {
        var moves = new ArrayList<Move>();
        if (place.out().length == 0)
            moves.add(new Move(Occurrence.of(Occurrence.Kind.PASSED, place), Leaving.settled(rest, values)));
        for (var flow : inOrder(place)) {
            var truth = semantics == Semantics.TOKENS ? Truth.MAYBE : truthOf(flow, values);
            if (truth == Truth.NO) continue;
            moves.add(new Move(choice(place, net.flow(flow)), leaving.along(rest, values, flow)));
            if (truth == Truth.YES) break;
        }
        return moves;
    }

    /** The default comes last. */
    private int[] inOrder(Place place) {
        return Arrays.stream(place.out())
                .boxed()
                .sorted(Comparator.comparing(flow -> net.flow(flow).isDefault()))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private Truth truthOf(int flow, Values values) {
        return net.flow(flow).isDefault()
                ? Truth.YES
                : net.condition(flow).map(condition -> condition.in(values)).orElse(Truth.YES);
    }

    private static Occurrence choice(Place place, Flow flow) {
        var kind = place.out().length > 1 ? Occurrence.Kind.CHOSEN : Occurrence.Kind.PASSED;
        return new Occurrence(kind, place.node(), flow, place.process().file(), Map.of());
    }
}
