package io.tandem.model.net;

import io.tandem.model.diagram.Kind;
import io.tandem.model.diagram.Node;
import io.tandem.model.diagram.NotFollowed;
import io.tandem.model.diagram.ProcessModel;
import io.tandem.model.diagram.Trigger.Type;

/**
 * Where a process can begin, as the engine takes it: with several start events for messages, but with one other at most;
 * a sub-process with one.
 */
final class Starts {

    private Starts() {}

    /** @throws io.tandem.model.diagram.NotSupported if nobody knows where it begins */
    static void check(ProcessModel process) {
        if (process.body().starts().findAny().isEmpty()) throw NotFollowed.withoutStart(process);
        var others = process.body()
                .starts()
                .filter(start -> !start.trigger().is(Type.MESSAGE))
                .count();
        if (others > 1) throw NotFollowed.severalStarts(process);
        process.body()
                .walk(body -> body.nodes().stream().filter(Starts::isInside).forEach(Starts::check));
    }

    private static boolean isInside(Node node) {
        return node.body() != null && (node.kind() == Kind.SUB_PROCESS || node.isEventSubProcess());
    }

    private static void check(Node subProcess) {
        if (subProcess.inside().starts().count() > 1) throw NotFollowed.severalStarts(subProcess);
    }
}
