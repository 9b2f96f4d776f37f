package io.tandem.model.net;

import static org.assertj.core.api.Assertions.assertThat;

import io.tandem.model.diagram.Diagrams;
import io.tandem.model.diagram.Node;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SoundnessTest {

    private static final String SOUND = "yes yes yes yes";

    static Stream<Arguments> sketches() {
        return Stream.of(
                sketch("a line", SOUND, "s:start > a:task > e:end"),
                sketch("a choice", SOUND, "s:start > x:xor > a:task > y:xor > e:end", "x > b:task > y"),
                sketch("two at once", SOUND, "s:start > p:and > a:task > j:and > e:end", "p > b:task > j"),
                sketch("two ends", SOUND, "s:start > p:and > a:task > e:end", "p > b:task > e2:end"),
                sketch(
                        "a task with two ways out is both",
                        "yes no yes no",
                        "s:start > a:task > b:task > y:xor > e:end",
                        "a > y"),
                sketch(
                        "a choice that is joined",
                        "no yes yes yes",
                        "s:start > x:xor > a:task > j:and > e:end",
                        "x > b:task > j"),
                sketch(
                        "two at once that are not joined",
                        "yes no yes no",
                        "s:start > p:and > a:task > y:xor > c:task > e:end",
                        "p > b:task > y"),
                sketch("a loop with a way out", SOUND, "s:start > y:xor > a:task > x:xor > e:end", "x > y"),
                sketch("a loop without a way out", "no yes yes yes", "s:start > y:xor > a:task > y"),
                sketch("a task that nothing leads to", "yes yes no yes", "s:start > a:task > e:end", "b:task > e"),
                sketch(
                        "a join of what never comes",
                        "no yes no yes",
                        "s:start > a:task > j:and > b:task > e:end",
                        "c:task > j"),
                sketch(
                        "a loop that makes more and more",
                        "yes no yes no",
                        "s:start > y:xor > p:and > x:xor > e:end",
                        "p > y2:xor > e2:end",
                        "x > y"),
                sketch(
                        "terminated while others work",
                        SOUND,
                        "s:start > p:and > a:task > t:terminate",
                        "p > b:task > e:end"),
                sketch(
                        "terminated with a join that waits for ever",
                        "yes yes yes no",
                        "s:start > p:and > a:task > t:terminate",
                        "p > x:xor > j:and > e:end",
                        "x > k:xor > j",
                        "p > b:task > k"),
                sketch("the first event wins", SOUND, "s:start > g:event > m:message > e:end", "g > t:timer > e2:end"),
                sketch("an event that interrupts", SOUND, "s:start > a:task > e:end", "a@late:timer > b:task > e2:end"),
                sketch(
                        "an event that does not interrupt",
                        SOUND,
                        "s:start > a:task > e:end",
                        "a@late:+timer > b:task > e2:end"),
                sketch(
                        "an event that does not interrupt and joins",
                        "yes no yes no",
                        "s:start > a:task > y:xor > c:task > e:end",
                        "a@late:+timer > y"),
                sketch(
                        "a join that needs the interrupting event, too",
                        "no yes no yes",
                        "s:start > a:task > j:and > c:task > e:end",
                        "a@late:timer > j"),
                sketch(
                        "inside",
                        SOUND,
                        "i {",
                        "s2:start > p:and > a:task > e2:end",
                        "p > b:task > e3:end",
                        "}",
                        "s:start > i > e:end"),
                sketch(
                        "stuck inside",
                        "no yes yes yes",
                        "i {",
                        "s2:start > x:xor > a:task > j:and > e2:end",
                        "x > b:task > j",
                        "}",
                        "s:start > i > e:end"),
                sketch(
                        "stuck inside with a way out",
                        SOUND,
                        "i {",
                        "s2:start > x:xor > a:task > j:and > e2:end",
                        "x > b:task > j",
                        "}",
                        "s:start > i > e:end",
                        "i@late:timer > e3:end"),
                sketch(
                        "terminated inside",
                        SOUND,
                        "i {",
                        "s2:start > p:and > a:task > t:terminate",
                        "p > b:task > e2:end",
                        "}",
                        "s:start > i > c:task > e:end"),
                sketch(
                        "an error from inside",
                        SOUND,
                        "i {",
                        "s2:start > x:xor > a:task > e2:end",
                        "x > f:fail",
                        "}",
                        "s:start > i > e:end",
                        "i@bad:error > b:task > e3:end"),
                sketch(
                        "an error that nobody throws",
                        "yes yes no yes",
                        "i {",
                        "s2:start > e2:end",
                        "}",
                        "s:start > i > e:end",
                        "i@bad:error > b:task > e3:end"),
                sketch(
                        "an event inside that ends all else",
                        SOUND,
                        "!sub {",
                        "s2:on-message > b:task > e2:end",
                        "}",
                        "s:start > p:and > a:task > e:end",
                        "p > c:task > e3:end"),
                sketch(
                        "an event inside that lets all else go on",
                        SOUND,
                        "!sub {",
                        "s2:+on-timer > b:task > e2:end",
                        "}",
                        "s:start > a:task > e:end"),
                sketch(
                        "an event that frees a deadlock",
                        SOUND,
                        "!sub {",
                        "s2:on-timer > b:task > e2:end",
                        "}",
                        "s:start > x:xor > a:task > j:and > e:end",
                        "x > c:task > j"),
                sketch("no end event is an end, too", SOUND, "s:start > a:task"),
                sketch(
                        "entered twice at once",
                        "yes no yes no",
                        "i {",
                        "s2:start > a:task > e2:end",
                        "}",
                        "s:start > p:and > y:xor > i > e:end",
                        "p > y"));
    }

    private static Arguments sketch(String name, String answers, String... lines) {
        return Arguments.of(name, answers, lines);
    }

    /** The answers in the order of the command: option to complete, proper completion, no dead activities, safe. */
    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("sketches")
    void tellsWhatIsSound(String name, String answers, String... lines) {
        var soundness = soundnessOf(lines);

        assertThat(String.join(
                        " ",
                        Stream.of(
                                        soundness.optionToComplete(),
                                        soundness.properCompletion(),
                                        soundness.noDeadActivities(),
                                        soundness.safe())
                                .map(verdict -> verdict.holds() ? "yes" : "no")
                                .toList()))
                .isEqualTo(answers);
    }

    @Test
    void aDeadlockIsShownByTheShortestWay() {
        var stuck = soundnessOf("s:start > x:xor > a:task > j:and > e:end", "x > b:task > j")
                .optionToComplete();

        assertThat(stuck.where()).extracting(Node::id).containsExactly("j");
        assertThat(SoundnessReport.told(stuck.way())).containsExactly("s", "x [f1]", "a");
    }

    @Test
    void whatIsNotSupportedIsNamedAndNothingElseIsSaid() {
        var report = SoundnessReport.of("some.bpmn", Sketch.of("s:start > o:or > a:task > e:end"));

        assertThat(report.code()).isEqualTo(2);
        assertThat(report.lines()).containsExactly("not supported: inclusiveGateway o");
    }

    @Test
    void aLoopIsToldByTheWayIntoItAndWhatComesAgainAndAgain() {
        var report = SoundnessReport.of("some.bpmn", Sketch.of("s:start > a:task > y:xor > b:task > c:task > y"));

        assertThat(report.code()).isOne();
        assertThat(report.lines().get(0))
                .isEqualTo("option to complete: no: s → a, and from here on again and again: b → c → b");
    }

    @Test
    void aLoopHasNoWayOutThoughOthersEnd() {
        var verdict =
                soundnessOf("s:start > x:xor > e:end", "x > y:xor > a:task > y").optionToComplete();

        assertThat(SoundnessReport.told(verdict.way())).containsExactly("s", "x [f2]");
        assertThat(SoundnessReport.told(verdict.again())).containsExactly("a");
    }

    @Test
    void aDeadlockIsToldByWhereItStops() {
        var report = SoundnessReport.of(
                "some.bpmn", Sketch.of("s:start > x:xor > a:task > j:and > e:end", "x > b:task > j"));

        assertThat(report.lines().get(0))
                .isEqualTo("option to complete: no: s → x [f1] → a; and there it stops for ever, waiting at j");
    }

    @Test
    void anEndThatIsReachedTwiceIsToldWithBothTimes() {
        var report = SoundnessReport.of(
                "some.bpmn", Sketch.of("s:start > p:and > a:task > y:xor > e:end", "p > b:task > y"));

        assertThat(report.lines().get(1))
                .isEqualTo(
                        "proper completion: no: s → a → e → b → e for the second time; so this end is reached twice: e");
        assertThat(report.lines().get(3))
                .startsWith("safe: no: s → a → b; then two tokens at once are on the same way to ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<process id=\"p\"/>", "<process id=\"p\"></process>"})
    void anEmptyProcessIsNotSupported(String process) {
        var report = SoundnessReport.of(
                "some.bpmn",
                ("<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\">" + process + "</definitions>")
                        .getBytes(StandardCharsets.UTF_8));

        assertThat(report.code()).isEqualTo(2);
        assertThat(report.lines()).containsExactly("not supported: process without a start event p");
    }

    @Test
    void aFileWithoutAProcessIsNone() {
        var report = SoundnessReport.of(
                "some.bpmn",
                "<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\"/>"
                        .getBytes(StandardCharsets.UTF_8));

        assertThat(report.code()).isEqualTo(3);
    }

    /** The engine refuses them: it would not know where to begin. */
    @Test
    void severalStartEventsAreSupportedOnlyWithMessages() {
        var plain = SoundnessReport.of("some.bpmn", Sketch.of("s:start > y:xor > e:end", "s2:start > y"));
        assertThat(plain.code()).isEqualTo(2);
        assertThat(plain.lines())
                .containsExactly("not supported: process with several start events without a message p");

        var inside = SoundnessReport.of(
                "some.bpmn", Sketch.of("i {", "s2:start > y:xor > e2:end", "s3:start > y", "}", "s:start > i > e:end"));
        assertThat(inside.lines()).containsExactly("not supported: subProcess with several start events i");

        var messages = soundnessOf("s:on-message > y:xor > e:end", "s2:on-message > y", "s3:start > y");
        assertThat(messages.holds()).isTrue();
    }

    @Test
    void aSoundModelGetsFourLines() {
        var report = SoundnessReport.of("some.bpmn", Sketch.of("s:start > a:task > e:end"));

        assertThat(report.code()).isZero();
        assertThat(report.lines())
                .containsExactly(
                        "option to complete: yes", "proper completion: yes", "no dead activities: yes", "safe: yes");
    }

    @ParameterizedTest
    @CsvSource({"1, 198", "2, 98", "3, 64", "4, 48", "5, 12"})
    void aLargeDiagramIsJudged(int branches, int tasks) {
        var soundness = soundnessOf(manyBranches(branches, tasks).toArray(String[]::new));
        assertThat(soundness.holds()).isTrue();
    }

    private static Soundness soundnessOf(String... lines) {
        return Soundness.of(Diagrams.read("some.bpmn", Sketch.of(lines)).get(0));
    }

    static List<String> manyBranches(int branches, int tasks) {
        var lines = new java.util.ArrayList<String>();
        lines.add("s:start > p:and");
        lines.add("j:and > e:end");
        for (int branch = 0; branch < branches; branch++) {
            var line = new StringBuilder("p");
            for (int task = 0; task < tasks; task++) line.append(" > t%d_%d:task".formatted(branch, task));
            lines.add(line.append(" > j").toString());
        }
        return lines;
    }
}
