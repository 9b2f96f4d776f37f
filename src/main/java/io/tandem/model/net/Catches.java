package io.tandem.model.net;

import io.tandem.model.diagram.Body;
import io.tandem.model.diagram.Trigger.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Finds who catches an error: an event on the border of where it came from, or an event sub-process around it. */
final class Catches {

    private final Net net;
    private final Scopes scopes;
    private final Leaving leaving;
    private final Tracked tracked;

    Catches(Net net, Scopes scopes, Leaving leaving, Tracked tracked) {
        this.net = net;
        this.scopes = scopes;
        this.leaving = leaving;
        this.tracked = tracked;
    }

    /** @param frame without what failed */
    Optional<Result> onTheBorder(Place failed, Frame frame, Values values, Optional<String> code) {
        return best(Arrays.stream(failed.boundaries()).mapToObj(net::place).toList(), code)
                .map(event -> leaving.done(frame, told(values, event, code), event));
    }

    /** @param frame the scope, which is interrupted */
    Optional<Result> inside(Body body, Frame frame, Values values, Optional<String> code) {
        return best(net.eventStarts(body), code).map(start -> {
            var subProcess = net.subProcessOf(start, body);
            var begun = leaving.emptied(frame).with(scopes.eventSubProcess(subProcess, start));
            return Leaving.settled(begun, told(values, start, code));
        });
    }

    private Values told(Values values, Place event, Optional<String> code) {
        var variable = event.node().work().errorVariable();
        if (variable == null) return values;
        return tracked.set(event.process(), values, variable, code.orElse(Values.ANY));
    }

    private static Optional<Place> best(List<Place> events, Optional<String> code) {
        var errors = events.stream()
                .filter(event -> event.node().trigger().is(Type.ERROR))
                .toList();
        return errors.stream()
                .filter(event -> code.isPresent()
                        && code.get().equals(event.node().trigger().name()))
                .findFirst()
                .or(() -> errors.stream()
                        .filter(event -> event.node().trigger().name() == null)
                        .findFirst());
    }
}
