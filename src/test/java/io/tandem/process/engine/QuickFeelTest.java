package io.tandem.process.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngineFactory;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.context.VariableContext;
import org.junit.jupiter.api.Test;

class QuickFeelTest {

    private static final Pattern TEXT = Pattern.compile("<text>([^<]+)</text>");

    /** Besides those of our tables: what owners may write, and what is easily got wrong. */
    private static final List<String> CELLS = List.of(
            "\"a\"",
            "not(\"a\")",
            "not(\"a\",\"b\")",
            "not(3)",
            "not(true)",
            "not(null)",
            "1",
            "1.0",
            "-1",
            ".5",
            "1,2,3",
            "[1..3]",
            "(1..3)",
            "]1..3[",
            "<1",
            ">= 1",
            "true",
            "false",
            "null",
            "\"a,b\",\"c\"",
            "topic",
            "rounds + 1",
            "< rounds",
            "? > 1",
            "starts with(?, \"a\")",
            "\"a\\\"b\"",
            "date(\"2026-01-01\")",
            "topic = \"a\"",
            "failure != null",
            "not(failure = null)",
            "unknown",
            "if true then 1 else 2",
            "not",
            "duration(\"PT1H\")");

    private static final List<Object> VALUES = values();

    private final FeelEngine whole = new ScalaFeelEngineFactory().createInstance();
    private final FeelEngine quick = new QuickFeel(whole);

    private static List<Object> values() {
        var values = new ArrayList<Object>(List.of(
                "a", "b", "a,b", "", "FURIOUS", "ANSWER", "THANKS", "1", true, false, 0, 1, 2, 3, 7, 60, 80, -1));
        values.addAll(List.of(1L, 3L, 0.4, 0.5, 0.6, 0.7, 1.0, (short) 1, 1f, Long.MAX_VALUE, List.of("a")));
        values.add(null);
        return values;
    }

    @Test
    void saysWhatTheEnginesFeelSaysOfEveryCell() throws IOException {
        for (var cell : expressions()) {
            for (var value : VALUES) {
                var variables = variables(value);
                assertThat(answer(() -> quick.evaluateSimpleUnaryTests(cell, "input", variables)))
                        .as("%s of %s", cell, value)
                        .isEqualTo(answer(() -> whole.evaluateSimpleUnaryTests(cell, "input", variables)));
            }
        }
    }

    @Test
    void givesWhatTheEnginesFeelGivesForEveryExpression() throws IOException {
        for (var expression : expressions()) {
            for (var value : VALUES) {
                var variables = variables(value);
                assertThat(answer(() -> quick.evaluateSimpleExpression(expression, variables)))
                        .as("%s with %s", expression, value)
                        .isEqualTo(answer(() -> whole.evaluateSimpleExpression(expression, variables)));
            }
        }
    }

    private static VariableContext variables(Object value) {
        return Variables.createVariables()
                .putValue("input", value)
                .putValue("topic", value)
                .putValue("skill", value)
                .putValue("failure", value)
                .putValue("rounds", value)
                .asVariableContext();
    }

    /** What it gives, or that it fails. */
    private static Object answer(Supplier<Object> asked) {
        try {
            var answer = asked.get();
            return answer == null ? "nothing" : List.of(answer.getClass(), answer);
        } catch (RuntimeException failed) {
            return failed.getClass();
        }
    }

    private static Set<String> expressions() throws IOException {
        var all = new LinkedHashSet<>(CELLS);
        try (var files = Files.list(Path.of("processes"))) {
            files.filter(file -> file.toString().endsWith(".dmn"))
                    .flatMap(QuickFeelTest::texts)
                    .forEach(all::add);
        }
        assertThat(all).hasSizeGreaterThan(CELLS.size() + 20).contains(">= 0.7");
        return all;
    }

    private static Stream<String> texts(Path file) {
        try {
            return TEXT.matcher(Files.readString(file))
                    .results()
                    .map(found -> found.group(1).replace("&gt;", ">").replace("&lt;", "<"))
                    .filter(text -> !text.equals("-"));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
