package io.tandem;

import static org.assertj.core.api.Assertions.assertThat;

import io.tandem.check.Finding;
import io.tandem.check.FindingWords;
import org.junit.jupiter.api.Test;

/** A finding calls things as their owners see them in the diagram or table. */
class PlacesTest {

    @Test
    void anArrowIsCalledByWhereItComesFromAndLeadsTo() {
        var condition = first(Edited.ours().replace("ticket.bpmn", "${helper == 'human'}", "helper == 'human'"));
        assertThat(label(condition)).isEqualTo("Is a person needed? → To a person (yes)");

        var nameless = first(
                Edited.ours()
                        .replace(
                                "satisfaction-survey.bpmn",
                                "targetRef=\"endEvent_rated\" />",
                                "targetRef=\"endEvent_rated\"><bpmn:conditionExpression>${ask}</bpmn:conditionExpression></bpmn:sequenceFlow>"));
        assertThat(label(nameless)).isEqualTo("Record the rating → Rated");
    }

    @Test
    void whatATimerReadsIsFoundAtItsEvent() {
        var finding = first(Edited.ours().replace("human-escalation.bpmn", "${warnAt}", "${warnAtt}"));

        assertThat(label(finding)).isEqualTo("Response nearly due");
        assertThat(FindingWords.in("en").wrong(finding)).startsWith("“Response nearly due” reads “warnAtt”");
    }

    @Test
    void aCellIsCalledByTableRowAndColumn() {
        var cell = first(Edited.ours().replace("survey.dmn", "<text>&gt;= 7</text>", "<text>&gt;= seven days</text>"));
        assertThat(label(cell)).isEqualTo("Do we ask for a rating? #4: Days since we last asked");

        var column =
                first(Edited.ours().replace("survey.dmn", "<text>daysSinceAsked</text>", "<text>daysAsked</text>"));
        assertThat(label(column)).isEqualTo("Do we ask for a rating?: Days since we last asked");
    }

    @Test
    void aGapIsShownByTheNamesOfTheColumns() {
        var gap = first(Edited.ours()
                .replace(
                        "service-level.dmn",
                        "<inputEntry id=\"rule_service-level_6_input_1\">\n          <text>-</text>",
                        "<inputEntry id=\"rule_service-level_6_input_1\">\n          <text>&lt; 59</text>"));

        assertThat(FindingWords.in("en").wrong(gap)).contains("Priority = 59").contains("Channel = ");
    }

    @Test
    void whoMisspeltANameIsOfferedTheNearestAndNotAll() {
        var finding = first(Edited.ours().replace("ticket.bpmn", "${helper == 'bot'}", "${helpr == 'bot'}"));

        assertThat(FindingWords.in("en").todo(finding)).isEqualTo("Check the spelling; nearest is: helper.");
    }

    @Test
    void aWayTellsWhatATableSaidByItsColumns() {
        var broken = first(Edited.ours().replace("ticket.bpmn", "${helper == 'human'}", "${helper == 'bot'}"));

        assertThat(FindingWords.in("en").way(broken)).contains("Decide who helps (Helper = bot, Why = ");
    }

    private static Finding first(Edited folder) {
        return folder.findings().get(0);
    }

    private static String label(Finding finding) {
        var element = finding.element();
        return element == null ? "" : String.valueOf(element.label());
    }
}
