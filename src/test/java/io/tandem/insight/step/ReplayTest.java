package io.tandem.insight.step;

import static org.assertj.core.api.Assertions.assertThat;

import io.tandem.process.Diagram;
import io.tandem.process.Diagram.Kind;
import io.tandem.process.Diagram.Step;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** How a ticket went on, read from where it was. */
class ReplayTest {

    private static final Instant START = Instant.parse("2026-03-02T10:00:00Z");

    private final List<Step> steps = new ArrayList<>();
    private final List<Passed> passed = new ArrayList<>();

    private void step(String id, Kind kind, String... next) {
        steps.add(new Step(id, kind, List.of(next), null, null, null, false));
    }

    private void event(String id, String attachedTo, String... next) {
        steps.add(new Step(id, Kind.OTHER, List.of(next), null, attachedTo, null, false));
    }

    private void was(String step, int from, int until) {
        was(step, from, until, false);
    }

    private void wasUntilStopped(String step, int from, int until) {
        was(step, from, until, true);
    }

    private void was(String step, int from, int until, boolean cancelled) {
        var order = passed.size();
        passed.add(new Passed(
                "root", "instance", "version", step, at(from), at(until), 1000L * (until - from), order, cancelled));
    }

    private void isAt(String step, int from) {
        passed.add(new Passed("root", "instance", "version", step, at(from), null, 0, passed.size(), false));
    }

    private static Instant at(int second) {
        return START.plusSeconds(second);
    }

    private List<String> told() {
        var byId = steps.stream().collect(Collectors.toMap(Step::id, Function.identity()));
        var told = new ArrayList<String>();
        new Replay(new Diagram("version", "process", "Process", 1, Map.copyOf(byId)), passed)
                .tell((step, way) -> told.add(Stream.of(step.step(), way.how(), way.next())
                        .filter(part -> part != null)
                        .map(String::valueOf)
                        .collect(Collectors.joining(" "))));
        return told;
    }

    @Test
    void alongTheLineThatWasTakenEachTimeAround() {
        step("find", Kind.OTHER, "sure");
        step("sure", Kind.OTHER, "send", "person");
        step("send", Kind.OTHER, "find");
        step("person", Kind.OTHER);
        was("find", 0, 1);
        was("sure", 1, 1);
        was("send", 1, 2);
        was("find", 2, 3);
        was("sure", 3, 3);
        was("person", 3, 3);

        assertThat(told())
                .containsExactly(
                        "find FLOW sure",
                        "sure FLOW send",
                        "send FLOW find",
                        "find FLOW sure",
                        "sure FLOW person",
                        "person END");
    }

    @Test
    void whereWaysPartAlongEachOfThem() {
        step("fork", Kind.PARALLEL, "tell", "help");
        step("tell", Kind.OTHER);
        step("help", Kind.USER_TASK, "done");
        step("done", Kind.OTHER);
        was("fork", 0, 0);
        isAt("help", 0);
        was("tell", 0, 4);

        assertThat(told()).containsExactly("fork FLOW tell", "fork FLOW help", "tell END");
    }

    @Test
    void fromAGatewayOfEventsToTheOneThatHappened() {
        step("wait", Kind.EVENT_GATEWAY, "wrote", "silence");
        step("wrote", Kind.OTHER);
        step("silence", Kind.OTHER);
        wasUntilStopped("wait", 0, 50);
        was("silence", 50, 50);

        assertThat(told()).containsExactly("wait FLOW silence", "silence END");
    }

    @Test
    void byAnEventOnTheBoundaryAndNotByTheLineThatLeadsToTheSamePlace() {
        step("find", Kind.OTHER, "found");
        event("failed", "find", "found");
        step("found", Kind.OTHER);
        wasUntilStopped("find", 0, 9);
        was("failed", 9, 9);
        was("found", 9, 9);

        assertThat(told()).containsExactly("find EVENT failed", "failed FLOW found", "found END");
    }

    @Test
    void byAnEventSubprocessOrFromElsewhere() {
        step("help", Kind.USER_TASK, "done");
        step("done", Kind.OTHER);
        steps.add(new Step("merged", Kind.EVENT_START, List.of(), "around", null, null, true));
        wasUntilStopped("help", 0, 9);
        assertThat(told()).containsExactly("help STOPPED");

        was("merged", 9, 9);
        assertThat(told()).startsWith("help EVENT merged");
    }

    @Test
    void whatHasNotGoneOnYetIsNotTold() {
        step("send", Kind.OTHER, "wait");
        step("wait", Kind.OTHER, "done");
        was("send", 0, 1);

        assertThat(told()).isEmpty();
    }
}
