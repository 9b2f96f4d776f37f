package io.tandem.process.proof;

import io.tandem.check.Finding;
import io.tandem.check.Finding.Element;
import io.tandem.model.DecisionTable;
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

    private static final int OUTPUTS_TOLD = 2;

    private BrokenPromise() {}

    static Finding finding(Broken broken, ProcessModel root, List<DecisionTable> tables) {
        var shown = broken.where().stream()
                .findFirst()
                .orElseGet(() -> new Spot(root.file(), root.body().nodes().get(0)));
        return Finding.error(ruleOf(broken.promise()), shown.file(), element(shown), Map.of())
                .at(shown.node().line())
                .by(broken.way().stream()
                        .filter(what -> what.kind().isTold())
                        .map(what -> told(what, tables))
                        .toList());
    }

    /** @param always whatever the tables decide */
    static Finding dead(Spot spot, boolean always) {
        var finding = always
                ? Finding.error(ruleOf(Promise.ALIVE), spot.file(), element(spot), Map.of())
                : Finding.warning("proof.unused", spot.file(), element(spot), Map.of());
        return finding.at(spot.node().line());
    }

    private static Element element(Spot spot) {
        return element(spot.file(), spot.node(), spot.node().label());
    }

    private static String ruleOf(Promise promise) {
        return switch (promise) {
            case COMPLETES -> "proof.completes";
            case NO_ENDLESS_WAIT -> "proof.endlessWait";
            case HUMAN_REACHABLE -> "proof.humanReachable";
            case BOT_SILENT -> "proof.botSilent";
            case ALWAYS_ASKED -> "proof.alwaysAsked";
            case BOUNDED -> "proof.bounded";
            case ALIVE -> "proof.dead";
        };
    }

    private static Element told(Occurrence what, List<DecisionTable> tables) {
        return element(what.file(), what.node(), words(what, tables));
    }

    /** The wish stands in no diagram: its words come from the texts of findings. */
    private static String words(Occurrence what, List<DecisionTable> tables) {
        var label = what.node().label();
        return switch (what.kind()) {
            case WISHED -> Element.WISH;
            case CHOSEN -> label + nameOf(what.flow()).map(": "::concat).orElse("");
            case DECIDED -> label + outcome(what, tables);
            case FAILED -> label + what.details().values().stream().collect(Collectors.joining(", ", " (", ")"));
            default -> label;
        };
    }

    private static Optional<String> nameOf(@Nullable Flow flow) {
        return Optional.ofNullable(flow).map(Flow::name).filter(name -> !name.isBlank());
    }

    private static String outcome(Occurrence what, List<DecisionTable> tables) {
        if (what.details().isEmpty()) return "";
        return what.details().entrySet().stream()
                .limit(OUTPUTS_TOLD)
                .map(detail -> column(what, tables, detail.getKey()) + " = " + detail.getValue())
                .collect(Collectors.joining(", ", " (", ")"));
    }

    /** As the owner of the table calls it. */
    private static String column(Occurrence what, List<DecisionTable> tables, String output) {
        return tables.stream()
                .filter(table -> table.id().equals(what.node().work().decision()))
                .flatMap(table -> table.outputs().stream())
                .filter(column -> column.name().equals(output))
                .flatMap(column -> Stream.ofNullable(column.label()))
                .findFirst()
                .orElse(output);
    }

    private static Element element(String file, Node node, String label) {
        return new Element(file, node.id(), label);
    }
}
