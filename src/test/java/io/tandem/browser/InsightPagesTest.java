package io.tandem.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** "My work" and the figures of groups, as an agent and a lead read them. */
@InChromium
@Tag("slow")
class InsightPagesTest {

    static final List<Visitor> LOOKS = AccessibilityTest.LOOKS;

    @Autowired
    private JdbcClient sql;

    @ParameterizedTest
    @FieldSource("LOOKS")
    void bothPagesAreAccessible(Visitor look, Visitors visitors) {
        aMonthIsDrawnUp("2018-04");
        var page = visitors.page(look);
        LogInPage.opens(page, visitors.home() + "/desk/my-work").signsIn("lea");

        page.navigate(visitors.home() + "/desk/figures?month=2018-04");
        assertThat(page.locator("table").first()).containsText(look == LOOKS.get(1) ? "1.234" : "1,234");
        assertThat(page.locator(".few").first()).isVisible();
        Accessibility.isGiven(page, "figures");

        page.navigate(visitors.home() + "/desk/my-work");
        page.locator("summary").first().click();
        Accessibility.isGiven(page, "my work");
    }

    @Test
    void onAPhoneTheFiguresStandInSight(Visitors visitors) {
        var page = visitors.page(new Visitor("de-DE", 360, 740, false, false));
        LogInPage.opens(page, visitors.home() + "/desk/my-work").signsIn("anna");
        assertThat(page.locator("table.mine")).isVisible();

        var inSight = page.evaluate("[...document.querySelectorAll('table.mine td')]"
                + ".every((value) => value.getBoundingClientRect().right <= innerWidth)");

        Assertions.assertThat(inSight).isEqualTo(true);
    }

    private void aMonthIsDrawnUp(String month) {
        if (sql.sql("select count(*) from month_drawn_up where in_month = ?")
                        .param(month)
                        .query(Integer.class)
                        .single()
                > 0) return;
        sql.sql("insert into month_drawn_up (in_month, drawn_at) values (?, localtimestamp)")
                .param(month)
                .update();
        sql.sql(
                        "insert into group_figure (in_month, team, figure, cases, total) values (?, 'agents', 'TICKETS', 1234, 1234)")
                .param(month)
                .update();
        sql.sql("insert into counted_agent (in_month, team, agent) values (?, 'agents', 'anna')")
                .param(month)
                .update();
    }

    @Test
    void anAgentReadsThatALeadHasLooked(Visitors visitors) {
        aMonthIsDrawnUp("2018-05");
        var lead = visitors.page(Visitor.english());
        LogInPage.opens(lead, visitors.home() + "/desk/my-work").signsIn("lea");
        lead.navigate(visitors.home() + "/desk/figures?month=2018-05");
        assertThat(lead.locator("h2").first()).containsText("May 2018");

        var anna = visitors.agent("anna");
        anna.page().locator("li.my-work a").click();

        assertThat(anna.page().locator("h1")).hasText("My work");
        assertThat(anna.page().locator("[aria-labelledby=looks] tbody tr").first())
                .containsText("Lea");
        assertThat(anna.page().locator("[aria-labelledby=looks]")).containsText("May 2018");
    }
}
