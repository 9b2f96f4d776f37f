package io.tandem.process.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Decisions are FEEL, and FEEL stays inside its own values. */
class DecisionGuardTest {

    private static PlainEngine plain;

    @BeforeAll
    static void start() {
        plain = PlainEngine.guarded();
    }

    @AfterAll
    static void stop() {
        plain.close();
    }

    @Test
    void aDecisionInFeelDecides() {
        plain.deploy("good.dmn", literal("", "if confidence >= 0.7 then \"bot\" else \"human class\""));

        var result = plain.engine
                .getDecisionService()
                .evaluateDecisionByKey("who")
                .variables(Map.of("confidence", 0.5))
                .evaluate();

        assertThat(result.<String>getSingleEntry()).isEqualTo("human class");
    }

    @ParameterizedTest
    @ValueSource(strings = {"juel", "javascript", "groovy", "http://www.java.com/java", "JUEL"})
    void anotherLanguageIsRefused(String language) {
        assertThatThrownBy(() -> plain.deploy("bad.dmn", literal("expressionLanguage='" + language + "'", "1")))
                .hasStackTraceContaining("Decisions are written in FEEL, not in '" + language + "'");
    }

    /** Else the engine finds out when a customer waits for the decision. */
    @Test
    void whatIsNoFeelIsRefused() {
        assertThatThrownBy(() -> plain.deploy("bad.dmn", literal("", ")( nonsense")))
                .hasStackTraceContaining("')( nonsense' cannot be read");
    }

    @Test
    void anotherLanguageIsRefusedInATableToo() {
        assertThatThrownBy(() -> plain.deploy("bad.dmn", """
                <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="d" namespace="n">
                  <decision id="who" name="w"><decisionTable id="t">
                    <input id="i"><inputExpression id="ie"><text>a</text></inputExpression></input>
                    <output id="o" name="o" />
                    <rule id="r"><inputEntry id="e"><text>-</text></inputEntry>
                      <outputEntry id="oe" expressionLanguage="juel"><text>${a.getClass()}</text></outputEntry></rule>
                  </decisionTable></decision>
                </definitions>
                """))
                .hasStackTraceContaining("oe: Decisions are written in FEEL");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    file.getClass().getName()
                    file.class
                    get value(file, "cl" + "ass")
                    get  entries(file)[key = "class"].value
                    (function(a) external {java: {class: "java.lang.System", method signature: "getenv(java.lang.String)"}})("HOME")
                    """)
    void feelThatReachesIntoJavaIsRefused(String feel) {
        assertThatThrownBy(() -> plain.deploy("bad.dmn", literal("", feel.replace("<", "&lt;"))))
                .hasStackTraceContaining("reaches into Java");
    }

    static String literal(String attributes, String feel) {
        return """
                <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="d" namespace="n">
                  <decision id="who" name="who"><variable id="v" name="v" />
                    <literalExpression id="l" %s><text>%s</text></literalExpression></decision>
                </definitions>
                """.formatted(attributes, feel.replace(">=", "&gt;="));
    }

    /** What the bare engine does: the reason for the rule. */
    @ParameterizedTest
    @ValueSource(strings = {"file.class.name", "get value(file, \"cl\" + \"ass\").name"})
    void withoutTheGuardFeelReachesIntoJava(String feel) {
        try (var bare = PlainEngine.bare()) {
            bare.deploy("bad.dmn", literal("", feel));
            var file = Variables.fileValue("a.txt").file(new byte[1]).create();

            var result = bare.engine
                    .getDecisionService()
                    .evaluateDecisionByKey("who")
                    .variables(Variables.createVariables().putValueTyped("file", file))
                    .evaluate();

            assertThat(result.<Object>getSingleEntry()).isEqualTo("java.io.ByteArrayInputStream");
        }
    }
}
