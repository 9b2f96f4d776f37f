package io.tandem;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.tandem.check.Finding;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Even the largest file that is read at all keeps nobody waiting. */
class LargeModelsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Test
    void aDiagramOfThousandsOfNodes() {
        var nodes = IntStream.range(0, 4_000)
                .mapToObj(node -> """
                        <bpmn:intermediateCatchEvent id="n%1$d" name="n"><bpmn:timerEventDefinition><bpmn:timeDuration>PT1S</bpmn:timeDuration>
                        </bpmn:timerEventDefinition></bpmn:intermediateCatchEvent><bpmn:sequenceFlow id="f%1$d" sourceRef="n%1$d" targetRef="n%2$d" />""".formatted(node, (node + 1) % 4_000))
                .collect(joining());

        assertThat(timeOf(Edited.ours().replace("ticket.bpmn", "</bpmn:process>", nodes + "</bpmn:process>")))
                .isLessThan(PATIENCE);
    }

    @Test
    void aTableOfThousandsOfRows() {
        var rows = IntStream.range(0, 1_500).mapToObj(row -> """
                        <rule id="r%1$d"><inputEntry id="a%1$d"><text>"%1$d"</text></inputEntry><inputEntry id="b%1$d"><text>&gt; %1$d</text></inputEntry>
                        <inputEntry id="e%1$d"><text>-</text></inputEntry><outputEntry id="c%1$d"><text>true</text></outputEntry><outputEntry id="d%1$d"><text>1</text></outputEntry></rule>""".formatted(row)).collect(joining());
        var edited = Edited.ours()
                .replace("survey.dmn", "<rule id=\"rule_survey_1\">", rows + "<rule id=\"rule_survey_1\">");

        assertThat(timeOf(edited)).isLessThan(PATIENCE);
        assertThat(timeOf(edited.replace("survey.dmn", "FIRST", "UNIQUE"))).isLessThan(PATIENCE);
    }

    private static Duration timeOf(Edited edited) {
        var start = System.nanoTime();
        var findings = edited.findings();
        assertThat(findings).extracting(Finding::rule).isNotEmpty().doesNotContain("check.failed");
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
