package io.tandem.process.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngineFactory;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.context.VariableContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is quicker decides the same, and fails with the same words. */
class QuickFeelTest {

    private static final List<VariableContext> MATTERS = List.of(
            variables(Map.of("confidence", 0.5, "mood", "angry", "wantsHuman", true, "rounds", 2, "topic", "refund")),
            variables(Map.of("confidence", 0.95, "mood", "calm", "wantsHuman", false, "rounds", 0, "topic", "")),
            variables(Map.of()));

    private final FeelEngine theirs = new ScalaFeelEngineFactory().createInstance();
    private final FeelEngine quick = QuickFeel.factory().createInstance();

    private static VariableContext variables(Map<String, Object> values) {
        return Variables.fromMap(values).asVariableContext();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "confidence * 2",
                "if confidence >= 0.7 then \"bot\" else \"human\"",
                "upper case(mood)",
                "count([1, 2, rounds])",
                "some x in [1, 2] satisfies x = rounds",
                "date(\"2026-11-26\") + duration(\"P1D\")",
                "nobody knows this",
                "no such function(1)",
                "confidence + mood",
                "assert(confidence, confidence > 0.7)",
                "{a: 1, b: a + 1}.b",
                ")( nonsense",
                ""
            })
    void anExpression(String feel) {
        for (var matter : MATTERS) {
            Function<FeelEngine, Object> evaluate = engine -> engine.evaluateSimpleExpression(feel, matter);
            assertThat(said(quick, evaluate)).isEqualTo(said(theirs, evaluate));
            assertThat(said(quick, evaluate)).isEqualTo(said(theirs, evaluate));
        }
    }

    @ParameterizedTest
    @MethodSource("cells")
    void aCell(String feel) {
        for (var matter : MATTERS) {
            for (var input : List.of("confidence", "mood", "wantsHuman", "rounds", "nobody")) {
                Function<FeelEngine, Object> evaluate = engine -> engine.evaluateSimpleUnaryTests(feel, input, matter);
                assertThat(said(quick, evaluate)).isEqualTo(said(theirs, evaluate));
            }
        }
    }

    /** Those of our own tables, and some that are in none. */
    static Stream<String> cells() throws Exception {
        var ours = Stream.<String>builder();
        for (var table : List.of("who-helps.dmn", "service-level.dmn", "survey.dmn")) {
            var model = Files.readString(Path.of("processes", table));
            var entries = Pattern.compile("(?s)<inputEntry[^>]*>\\s*<text>(.*?)</text>");
            entries.matcher(model).results().forEach(entry -> ours.add(unescaped(entry.group(1))));
        }
        var others = Stream.of(
                "< 0.7", "[0.2..0.6]", "not(\"angry\")", "\"calm\",\"angry\"", "null", "> nobody", "? > 1", "][");
        return Stream.concat(ours.build(), others).distinct();
    }

    private static String unescaped(String text) {
        return text.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&#34;", "\"")
                .replace("&quot;", "\"");
    }

    private static String said(FeelEngine engine, Function<FeelEngine, Object> evaluate) {
        try {
            return String.valueOf(evaluate.apply(engine));
        } catch (RuntimeException failure) {
            return failure.getClass() + ": " + failure.getMessage();
        }
    }

    @Test
    void theEngineUsesIt() {
        try (var plain = PlainEngine.guarded()) {
            var configuration = (ProcessEngineConfigurationImpl) plain.engine.getProcessEngineConfiguration();

            assertThat(configuration.getDmnEngineConfiguration().getFeelEngineFactory())
                    .isNotInstanceOf(ScalaFeelEngineFactory.class);
            assertThat(configuration
                            .getDmnEngineConfiguration()
                            .getFeelEngine()
                            .getClass()
                            .getName())
                    .startsWith(QuickFeel.class.getName());
        }
    }
}
