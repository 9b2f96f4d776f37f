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

    private static final String ARROW = " → ";

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
                "option to complete: " + completing(soundness.optionToComplete()),
                "proper completion: " + answer(soundness.properCompletion(), "so this end is reached twice: "),
                "no dead activities: " + answer(soundness.noDeadActivities(), "nothing ever comes to "),
                "safe: " + answer(soundness.safe(), "then two tokens at once are on the same way to "));
    }

    private static String completing(Verdict verdict) {
        if (verdict.again().isEmpty()) return answer(verdict, "and there it stops for ever, waiting at ");
        var round = told(verdict.again()).toList();
        var way = way(verdict);
        return "no: " + (way.isEmpty() ? "" : way + ", and ")
                + "from here on again and again: "
                + String.join(ARROW, round)
                + (round.isEmpty() ? places(verdict) : ARROW + round.get(0));
    }

    private static String answer(Verdict verdict, String why) {
        if (verdict.holds()) return "yes";
        var way = way(verdict);
        return "no: " + (way.isEmpty() ? "" : way + "; ") + why + places(verdict);
    }

    private static String way(Verdict verdict) {
        return told(verdict.way()).collect(Collectors.joining(ARROW));
    }

    private static String places(Verdict verdict) {
        return verdict.where().stream().map(SoundnessReport::name).collect(Collectors.joining(", "));
    }

    /** What somebody would tell of the way: steps, events and choices. */
    public static Stream<String> told(List<Occurrence> way) {
        return way.stream().filter(what -> what.kind().isTold()).map(SoundnessReport::told);
    }

    private static String told(Occurrence what) {
        var flow = what.flow();
        if (what.isEndedAgain()) return name(what.node()) + " for the second time";
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
