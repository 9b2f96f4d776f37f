package io.tandem.process.proof;

import io.tandem.check.Finding;
import io.tandem.check.Finding.Element;
import io.tandem.model.diagram.Flow;
import io.tandem.model.diagram.Node;
import io.tandem.model.diagram.ProcessModel;
import io.tandem.model.net.Occurrence;
import io.tandem.model.net.Promises.Broken;
import io.tandem.model.net.Promises.Promise;
import io.tandem.model.net.Spot;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a broken promise looks like to the owner of the process: where it shows, and the steps that lead there. */
final class BrokenPromise {

    private static final Map<Promise, String> RULES = Map.of(
            Promise.COMPLETES, "proof.completes",
            Promise.NO_ENDLESS_WAIT, "proof.endlessWait",
            Promise.HUMAN_REACHABLE, "proof.humanReachable",
            Promise.BOT_SILENT, "proof.botSilent",
            Promise.ALWAYS_ASKED, "proof.alwaysAsked",
            Promise.BOUNDED, "proof.bounded",
            Promise.ALIVE, "proof.dead");

    private static final int OUTPUTS_TOLD = 2;

    private BrokenPromise() {}

    static Stream<Finding> findings(Broken broken, ProcessModel root) {
        var rule = RULES.get(broken.promise());
        if (broken.promise() == Promise.ALIVE)
            return broken.where().stream().map(spot -> finding(rule, spot, List.of()));
        var shown = broken.where().stream()
                .findFirst()
                .orElseGet(() -> new Spot(root.file(), root.body().nodes().get(0)));
        return Stream.of(finding(rule, shown, broken.way()));
    }

    private static Finding finding(String rule, Spot spot, List<Occurrence> way) {
        return Finding.error(
                        rule,
                        spot.file(),
                        element(spot.file(), spot.node(), spot.node().label()),
                        Map.of())
                .by(way.stream()
                        .filter(what -> what.kind().isTold())
                        .map(BrokenPromise::told)
                        .toList());
    }

    private static Element told(Occurrence what) {
        return element(what.file(), what.node(), words(what));
    }

    /** The wish stands in no diagram: its words come from the texts of findings. */
    private static String words(Occurrence what) {
        var label = what.node().label();
        return switch (what.kind()) {
            case WISHED -> Element.WISH;
            case CHOSEN -> label + nameOf(what.flow()).map(": "::concat).orElse("");
            case DECIDED, FAILED -> label + outcome(what.details());
            default -> label;
        };
    }

    private static Optional<String> nameOf(@Nullable Flow flow) {
        return Optional.ofNullable(flow).map(Flow::name).filter(name -> !name.isBlank());
    }

    private static String outcome(Map<String, String> details) {
        if (details.isEmpty()) return "";
        return details.entrySet().stream()
                .limit(OUTPUTS_TOLD)
                .map(detail -> detail.getKey() + " = " + detail.getValue())
                .collect(Collectors.joining(", ", " (", ")"));
    }

    private static Element element(String file, Node node, String label) {
        return new Element(file, node.id(), label);
    }
}
