package io.tandem.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables as data say what the engine says. */
class DecisionTableTest {

    private static final Path PROCESSES = Path.of("processes");
    private static final DmnEngine ENGINE =
            DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
    private static final List<Object> VALUES =
            List.of(DecisionTable.NULL, true, false, "bot", "human", "", 0.0, 0.5, 2.0, 3.0, 3.5, 80.0, -1.0);

    @Test
    void aCustomerWhoWantsAPersonGetsOneWhateverElseIsTheCase() throws IOException {
        var outcomes = table("who-helps").outcomes(Map.of("failure", DecisionTable.NULL, "wantsHuman", true));

        assertThat(outcomes).extracting(outcome -> outcome.get("helper")).containsOnly("human");
        assertThat(outcomes).extracting(outcome -> outcome.get("reason")).containsOnly("WANTS_HUMAN");
        assertThat(outcomes).extracting(outcome -> outcome.get("priority")).containsExactly("80", "60");
        assertThat(outcomes).noneMatch(outcome -> outcome.containsKey("skill"));
    }

    @Test
    void aBotThatFailedIsNotAskedAgain() throws IOException {
        assertThat(reasons(Map.of("failure", "botFailed", "wantsHuman", false))).containsExactly("BOT_FAILED");
    }

    @Test
    void aRowThatEarlierRowsLeaveNothingToDecidesNothing() throws IOException {
        var calm = Map.<String, Object>of(
                "failure",
                DecisionTable.NULL,
                "wantsHuman",
                false,
                "reopened",
                false,
                "mood",
                "CALM",
                "smallTalk",
                "NONE",
                "autonomy",
                "ANSWER",
                "rounds",
                1.0,
                "confidence",
                0.69);

        assertThat(reasons(calm)).containsExactly("NOT_HELPED");
    }

    @Test
    void everyReasonIsPossibleWhereNothingIsKnown() throws IOException {
        assertThat(reasons(Map.of())).hasSize(11).contains("SURE", "MOOD", "THANKED", "NOT_SURE");
    }

    @Test
    void whoWithdrewIsNotAsked() throws IOException {
        assertThat(table("survey").outcomes(Map.of("resolution", "WITHDRAWN")))
                .containsExactly(Map.of("ask", "false", "badUpTo", "2"));
        assertThat(table("survey").outcomes(Map.of("handover", "AUTOMATIC")))
                .containsExactly(Map.of("ask", "false", "badUpTo", "2"));
        assertThat(table("survey").outcomes(Map.of("resolution", "AGENT")))
                .containsExactly(Map.of("ask", "false", "badUpTo", "2"), Map.of("ask", "true", "badUpTo", "2"));
    }

    @Test
    void aTableWithAGapMaySayNothing() {
        var table = table("number", "x", "\"low\"", "< 3");

        assertThat(table.outcomes(Map.of())).containsExactly(Map.of("out", "low"), Map.of());
        assertThat(table.outcomes(Map.of("x", 2.0))).containsExactly(Map.of("out", "low"));
        assertThat(table.outcomes(Map.of("x", 3.0))).containsExactly(Map.of());
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"who-helps", "service-level", "survey"})
    void whatTheEngineDecidesIsAmongTheOutcomes(String name) throws IOException {
        var table = table(name);
        var decision = ENGINE.parseDecision(name, Files.newInputStream(PROCESSES.resolve(name + ".dmn")));
        var random = new java.util.Random(5);
        for (int i = 0; i < 300; i++) {
            var all = new HashMap<String, Object>(Map.of("topic", "refund-status"));
            var known = new HashMap<String, Object>();
            for (var input : table.inputs()) {
                var samples = Samples.of(table, List.of(table.inputs().indexOf(input)))
                        .values();
                var value = samples.get(random.nextInt(samples.size()));
                all.put(input.variable(), value == DecisionTable.NULL ? null : value);
                if (random.nextBoolean()) known.put(input.variable(), value);
            }
            all.putIfAbsent("confidence", 0.5);
            var decided = ENGINE.evaluateDecisionTable(decision, all).getSingleResult();

            assertThat(table.outcomes(known))
                    .as("%s of %s", known, all)
                    .anySatisfy(outcome -> outcome.forEach(
                            (output, literal) -> assertThat(String.valueOf(decided.<Object>getEntry(output)))
                                    .isEqualTo(literal)));
        }
    }

    @ParameterizedTest(name = "cell {0}")
    @ValueSource(
            strings = {
                "-",
                "",
                "\"bot\"",
                "\"bot\",\"human\"",
                "\"bot\" , \"\"",
                "not(\"bot\")",
                "not(\"bot\", \"human\")",
                "3",
                "-1",
                "3.5",
                "true",
                "false",
                "not(true)",
                "null",
                "not(null)",
                "< 3",
                "<= 3",
                "> 3",
                ">=3",
                "[2..3]",
                "(2..3)",
                "]2..3[",
                "[2..3),80",
                "not(< 3)",
                "not([0.5..3])",
                "< 3, null",
                "? > 2",
                "\"b\\\"ot\"",
                "string length(?) = 3",
                "\"a,b\""
            })
    void aCellPassesWhatTheEngineLetsPass(String cell) {
        for (var type : List.of("string", "double", "boolean", "")) {
            for (var value : VALUES) {
                if (!fits(value, type)) continue;
                var told = Feel.cell(cell).passes(value);
                if (told != Truth.MAYBE) {
                    assertThat(engineLetsPass(cell, type, value))
                            .as("%s of %s %s", cell, type, value)
                            .isEqualTo(told == Truth.YES);
                }
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"x = null", "x != null", "x = \"bot\"", "x != \"bot\"", "x = 3", "x != 3", "x = true"})
    void anInputThatIsAComparisonIsToldFromItsVariable(String expression) {
        for (var cell : List.of("true", "false", "-", "not(true)")) {
            var input = table("boolean", expression, "1", cell).inputs().get(0);
            for (var value : VALUES) {
                var told = input.passes(Feel.cell(cell), value);
                if (told == Truth.MAYBE) continue;
                var engine = engineDecides(xml("boolean", expression, "1", cell), value);
                assertThat(engine)
                        .as("%s is %s for %s", expression, cell, value)
                        .isEqualTo(told == Truth.YES);
            }
        }
    }

    private static boolean fits(Object value, String type) {
        return switch (type) {
            case "string" -> value instanceof String || value == DecisionTable.NULL;
            case "double" -> value instanceof Double || value == DecisionTable.NULL;
            case "boolean" -> value instanceof Boolean || value == DecisionTable.NULL;
            default -> true;
        };
    }

    private static boolean engineLetsPass(String cell, String type, Object value) {
        return engineDecides(xml(type, "x", "1", cell), value);
    }

    private static boolean engineDecides(String xml, Object value) {
        var variables = new HashMap<String, Object>();
        variables.put("x", value == DecisionTable.NULL ? null : value);
        var decision =
                ENGINE.parseDecision("d", new java.io.ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
        return !ENGINE.evaluateDecisionTable(decision, variables).isEmpty();
    }

    private static Set<String> reasons(Map<String, Object> known) throws IOException {
        return table("who-helps").outcomes(known).stream()
                .map(outcome -> outcome.get("reason"))
                .collect(Collectors.toSet());
    }

    private static DecisionTable table(String name) throws IOException {
        return DecisionFile.read(Files.readAllBytes(PROCESSES.resolve(name + ".dmn")))
                .get(0);
    }

    static DecisionTable table(String type, String expression, String result, String... cells) {
        return DecisionFile.read(xml(type, expression, result, cells).getBytes(StandardCharsets.UTF_8))
                .get(0);
    }

    private static String xml(String type, String expression, String result, String... cells) {
        var rows = new ArrayList<String>();
        Stream.of(cells)
                .map(DecisionTableTest::escaped)
                .forEach(cell -> rows.add("""
                        <rule id="r%d"><inputEntry id="i%d"><text>%s</text></inputEntry>
                        <outputEntry id="o%d"><text>%s</text></outputEntry></rule>""".formatted(rows.size(), rows.size(), cell, rows.size(), escaped(result))));
        return """
                <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="f" name="f" namespace="n">
                <decision id="d" name="d"><decisionTable id="t" hitPolicy="FIRST">
                <input id="in"><inputExpression id="e"%s><text>%s</text></inputExpression></input>
                <output id="out" name="out" />
                %s</decisionTable></decision></definitions>""".formatted(
                type.isEmpty() ? "" : " typeRef=\"" + type + "\"", escaped(expression), String.join("\n", rows));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
