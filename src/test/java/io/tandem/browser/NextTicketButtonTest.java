package io.tandem.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** An agent who wants the next ticket needs no list: a button, or three keys. */
@InChromium
@Tag("slow")
class NextTicketButtonTest {

    @Test
    void threeKeysBringTheMostUrgentTicketAndOpenIt(Visitors visitors) {
        var karla = visitors.customer();
        karla.writes("I am furious, this is outrageous! Give me a human!");
        karla.sees("QUEUE");
        var ben = visitors.agent("ben");
        assertThat(seat(ben)).isVisible();

        ben.page().keyboard().press("Control+Alt+n");

        assertThat(sentence(ben)).containsText(Pattern.compile("Ticket #\\d+ is yours now"));
        assertThat(ben.page().locator("tandem-ticket tandem-holder [data-holder=me]"))
                .isVisible();
        Accessibility.isGivenWithin(ben.page(), "tandem-next", "given");
    }

    @Test
    void anAgentSetsTheirOwnLimitAndSaysThatTheyAreAway(Visitors visitors) {
        var ben = visitors.agent("ben");
        seat(ben).click();
        var limit = ben.page().getByLabel("Give me no more than this many open tickets");
        assertThat(limit).isFocused();
        Accessibility.isGivenWithin(ben.page(), "tandem-next", "settings");

        limit.fill("7");
        limit.press("Enter");
        assertThat(seat(ben)).containsText("/ 7");
        ben.page()
                .getByRole(AriaRole.SWITCH, new GetByRoleOptions().setName("I am away"))
                .check();
        assertThat(seat(ben)).hasText("Away");
        assertThat(ben.page().locator("tandem-seat")).containsText("Only you see this.");

        ben.page().getByRole(AriaRole.SWITCH).uncheck();
        ben.page()
                .getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Back to the usual limit (5)"))
                .click();
        assertThat(seat(ben)).containsText("/ 5");
        ben.page().keyboard().press("Escape");
        assertThat(limit).isHidden();
        assertThat(seat(ben)).isFocused();
    }

    private static Locator seat(TasklistPage agent) {
        return agent.page().locator("tandem-next [data-action=seat]");
    }

    private static Locator sentence(TasklistPage agent) {
        return agent.page().locator("tandem-next output");
    }
}
