package io.tandem.difference;

import static org.assertj.core.api.Assertions.assertThat;

import io.tandem.check.Snapshot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What owners read about two versions of the files that we ship. */
class DifferencesTest {

    private final ChangeWords words = new ChangeWords();

    private static String shipped(String file) {
        try {
            return Files.readString(Path.of("processes", file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Snapshot of(String file, String content) {
        var files = new TreeMap<String, byte[]>();
        files.put(file, content.getBytes(StandardCharsets.UTF_8));
        return new Snapshot(files);
    }

    private String told(String language, String file, String from, String to) {
        var before = shipped(file);
        assertThat(before).contains(from);
        return words.text(Differences.between(of(file, before), of(file, before.replace(from, to))), language);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ticket.bpmn|name="Understand the request"|name="Understand what is asked"|"Understand the request" (step) is now called "Understand what is asked".
            ticket.bpmn|${understandRequest}|${readRequest}|"Understand the request" (step): the step was "${understandRequest}", is now "${readRequest}".
            human-escalation.bpmn|candidateGroups="${skill}"|candidateGroups="agents"|"Help the customer" (task of a person): the group was "${skill}", is now "agents".
            human-escalation.bpmn|${warnAt}|${soon}|"Response nearly due" (event on a task): the time at which it goes on was "${warnAt}", is now "${soon}".
            human-escalation.bpmn|camunda:dueDate="${dueAt}" ||"Help the customer" (task of a person): the due date was "${dueAt}"; there is none any more.
            human-escalation.bpmn|targetRef="serviceTask_writeBrief"|targetRef="gateway_meanwhile"|led Hand over to a person → Write the brief, now leads Hand over to a person → At the same time.
            texts/messages_en.properties|problem.notFound.title = Not found|problem.notFound.title = Nothing here|Text problem.notFound.title was "Not found", is now "Nothing here".
            knowledge/de/refund-status.md|title: Wann kommt meine Erstattung?|title: Wo ist mein Geld?|"Wo ist mein Geld?": the title was "Wann kommt meine Erstattung?", is now "Wo ist mein Geld?".
            knowledge/de/refund-status.md|autonomy: answer|autonomy: suggest|what the bot may do was "answer", is now "suggest".
            knowledge/de/refund-status.md|  - erstattungsstatus|  - rückzahlung|the questions no longer include "erstattungsstatus".
            calendar.yml|monday:    [09:00|monday:    [10:00|New line: monday: [10:00-12:30, 13:00-18:00]
            """)
    void whatIsOtherIsToldInWords(String file, String from, String to, String expected) {
        assertThat(told("en", file, from, to == null ? "" : to))
                .startsWith(file + " was changed:")
                .contains(expected);
    }

    @Test
    void inGermanToo() {
        assertThat(told("de", "human-escalation.bpmn", "candidateGroups=\"${skill}\"", "candidateGroups=\"agents\""))
                .isEqualTo(
                        "human-escalation.bpmn wurde geändert:\n"
                                + "  „Help the customer“ (Aufgabe für Menschen): die Gruppe war „${skill}“, ist jetzt „agents“.");
    }

    @Test
    void whatOnlyMovesInTheDrawingIsSaidToDoTheSame() {
        var before = shipped("ticket.bpmn");
        var shape = before.indexOf("bpmnElement=\"serviceTask_understandRequest\"");
        var at = before.indexOf(" x=\"", shape) + 4;
        var moved = before.substring(0, at) + "9" + before.substring(at);

        assertThat(words.text(Differences.between(of("ticket.bpmn", before), of("ticket.bpmn", moved)), "en"))
                .contains("\"Understand the request\" (step) stands elsewhere in the drawing and does the same.")
                .hasLineCount(2);
    }

    @Test
    void anElementThatWentIsNamedWithItsFlows() {
        var before = shipped("human-escalation.bpmn");
        var after =
                before.replaceAll("(?s)<bpmn:serviceTask id=\"serviceTask_findSuggestions\".*?</bpmn:serviceTask>", "");

        assertThat(words.text(Differences.between(of("a.bpmn", before), of("a.bpmn", after)), "en"))
                .contains("\"Find suggestions\" (step) was removed.");
        assertThat(words.text(Differences.between(of("a.bpmn", after), of("a.bpmn", before)), "en"))
                .contains("\"Find suggestions\" (step) was added.");
    }

    @Test
    void aTableIsComparedByRuleAndCell() {
        var before = of("t.dmn", table(rule("a", "1") + rule("b", "2") + rule("c", "3")));

        assertThat(words.text(
                        Differences.between(
                                before, of("t.dmn", table(rule("a", "1") + rule("b", ">5") + rule("c", "3")))),
                        "en"))
                .contains("Rule 2, Mood: was 2, is now >5.")
                .hasLineCount(2);
        assertThat(words.text(
                        Differences.between(
                                before,
                                of("t.dmn", table(rule("a", "1") + rule("x", "9") + rule("b", "2") + rule("c", "3")))),
                        "en"))
                .contains("Rule 2 was added: Mood: 9, Helper: y.")
                .hasLineCount(2);
        assertThat(words.text(
                        Differences.between(
                                before, of("t.dmn", table(rule("c", "3") + rule("a", "1") + rule("b", "2")))),
                        "en"))
                .contains("Rule 3 is now rule 1.")
                .hasLineCount(2);
        assertThat(words.text(Differences.between(before, of("t.dmn", table(rule("a", "1") + rule("c", "3")))), "en"))
                .contains("Rule 2 was removed: Mood: 2, Helper: y.")
                .hasLineCount(2);
    }

    private static String table(String rules) {
        return """
                <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d"><decision id="who" name="Who">
                <decisionTable id="t" hitPolicy="FIRST"><input id="i" label="Mood"><inputExpression id="e"><text>mood</text>
                </inputExpression></input><output id="o" label="Helper" name="helper" />%s</decisionTable></decision></definitions>
                """.formatted(rules.replace(">5", "&gt;5"));
    }

    private static String rule(String id, String cell) {
        return "<rule id='%1$s'><inputEntry id='%1$s1'><text>%2$s</text></inputEntry><outputEntry id='%1$s2'><text>y</text></outputEntry></rule>"
                .formatted(id, cell);
    }

    @Test
    void aBrokenFileIsComparedByItsLines() {
        var broken = shipped("ticket.bpmn").replace("</bpmn:definitions>", "<bpmn:lost>");

        assertThat(words.text(Differences.between(of("t.bpmn", shipped("ticket.bpmn")), of("t.bpmn", broken)), "en"))
                .contains("New line: <bpmn:lost>", "Line gone: </bpmn:definitions>");
    }

    @Test
    void theSameIsNoDifferenceAndFilesComeAndGo() {
        var one = of("a.txt", "x");
        assertThat(words.text(Differences.between(one, one), "de")).isEqualTo("Nichts ist anders.");
        assertThat(words.text(Differences.between(one, of("b.txt", "x")), "en"))
                .isEqualTo("a.txt was removed.\nb.txt was added.");
    }

    @ParameterizedTest
    @CsvSource({"changes", "steps"})
    void theWordsAreThereInBothLanguagesWithTheSamePlaceholders(String bundle) throws IOException {
        var english = bundle(bundle, "en");
        var german = bundle(bundle, "de");
        assertThat(german.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
        for (var key : english.stringPropertyNames()) {
            assertThat(german.getProperty(key)
                            .replaceAll("[^{]*(\\{\\w+}|$)[^{]*", "$1")
                            .chars()
                            .sorted())
                    .as(key)
                    .containsExactlyElementsOf(english.getProperty(key)
                            .replaceAll("[^{]*(\\{\\w+}|$)[^{]*", "$1")
                            .chars()
                            .sorted()
                            .boxed()
                            .toList());
        }
    }

    private static Properties bundle(String name, String language) throws IOException {
        var texts = new Properties();
        try (var reader =
                Files.newBufferedReader(Path.of("src/main/resources", name + "_" + language + ".properties"))) {
            texts.load(reader);
        }
        return texts;
    }
}
