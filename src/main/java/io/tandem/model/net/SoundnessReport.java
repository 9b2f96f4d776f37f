package io.tandem.model.net;

import io.tandem.model.diagram.Diagrams;
import io.tandem.model.diagram.Node;
import io.tandem.model.diagram.NotSupported;
import io.tandem.model.diagram.Unreadable;
import io.tandem.model.net.Soundness.Verdict;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * {@code check --soundness}: the answer for one diagram, ours or not, in lines that programs can read.
 *
 * @param code 0 sound, 1 not sound, 2 not supported, 3 no BPMN
 */
public record SoundnessReport(int code, List<String> lines) {

    public static SoundnessReport of(String file, byte[] bytes) {
        try {
            var processes = Diagrams.read(file, bytes);
            if (processes.isEmpty())
                return new SoundnessReport(3, List.of("cannot be read: there is no process in " + file));
            if (processes.size() > 1) return notSupported("collaboration of several processes");
            var soundness = Soundness.of(processes.get(0));
            return new SoundnessReport(soundness.holds() ? 0 : 1, linesOf(soundness));
        } catch (NotSupported element) {
            return notSupported(element.getMessage());
        } catch (TooManyStates tooMany) {
            return notSupported(tooMany.getMessage());
        } catch (Unreadable broken) {
            var line = broken.line() > 0 ? "line %d: ".formatted(broken.line()) : "";
            return new SoundnessReport(3, List.of("cannot be read: " + line + broken.getMessage()));
        }
    }

    private static SoundnessReport notSupported(@Nullable String what) {
        return new SoundnessReport(2, List.of("not supported: " + what));
    }

    private static List<String> linesOf(Soundness soundness) {
        return List.of(
                "option to complete: "
                        + answer(soundness.optionToComplete(), "no end can be reached any more, tokens are at"),
                "proper completion: " + answer(soundness.properCompletion(), "reached again"),
                "no dead activities: " + answer(soundness.noDeadActivities(), "never reached"),
                "safe: " + answer(soundness.safe(), "two tokens before"));
    }

    private static String answer(Verdict verdict, String why) {
        if (verdict.holds()) return "yes";
        var places = verdict.where().stream().map(SoundnessReport::name).collect(Collectors.joining(", "));
        var way = told(verdict.way()).collect(Collectors.joining(" → "));
        return "no: " + (way.isEmpty() ? "" : way + "; ") + why + " " + places;
    }

    /** What somebody would tell of the way: steps, events and choices. */
    public static Stream<String> told(List<Occurrence> way) {
        return way.stream().filter(what -> what.kind().isTold()).map(SoundnessReport::told);
    }

    private static String told(Occurrence what) {
        var flow = what.flow();
        if (flow == null) return name(what.node());
        return name(what.node()) + " [" + (flow.name() == null ? flow.id() : oneLine(flow.name())) + "]";
    }

    private static String name(Node node) {
        return node.label().equals(node.id()) ? node.id() : oneLine(node.label()) + " (" + node.id() + ")";
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }
}
