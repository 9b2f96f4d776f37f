package io.tandem.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import io.tandem.story.AgentAtDesk;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** axe-core looks at every state of every page of ours. */
@InChromium
class AccessibilityTest {

    static final List<Visitor> LOOKS = List.of(
            Visitor.english(), Visitor.german().inTheDark(), Visitor.english().onThePhone());

    @ParameterizedTest
    @FieldSource("LOOKS")
    void theChatIsAccessibleInEachState(Visitor look, Visitors visitors) {
        var karla = visitors.customer(look);
        Accessibility.isGiven(karla.page(), "start");

        karla.page().locator("[data-action=example]").nth(1).click();
        karla.hears("bot");
        Accessibility.isGiven(karla.page(), "the bot has answered");

        karla.page().locator("[data-action=human]").click();
        karla.sees("QUEUE");
        Accessibility.isGiven(karla.page(), "queue");

        var anna = AgentAtDesk.signsIn(visitors.port(), "anna");
        var ticket = karla.ticket();
        anna.replies(anna.taskOf(ticket), "How can I help you?", "wait");
        karla.sees("AGENT");
        karla.hears("agent");
        Accessibility.isGiven(karla.page(), "agent");

        karla.writes("Danke, thank you");
        karla.hasSent("Danke, thank you");
        anna.replies(anna.taskOf(ticket), "You are welcome", "resolve");
        karla.sees("NOBODY");
        assertThat(karla.rating()).hasAttribute("data-state", "asked");
        Accessibility.isGiven(karla.page(), "rating");

        karla.rating().locator("input[value='5']").check();
        karla.rating().locator("[data-action=rate]").click();
        assertThat(karla.rating()).hasAttribute("data-state", "given");
        Accessibility.isGiven(karla.page(), "closed");
    }

    @ParameterizedTest
    @FieldSource("LOOKS")
    void logInAndArticlesAreAccessible(Visitor look, Visitors visitors) {
        var page = visitors.page(look);

        var logIn = LogInPage.opens(page, visitors.home() + "/login");
        Accessibility.isGiven(page, "log-in");
        logIn.tries("nobody", "wrong");
        assertThat(logIn.failure()).isVisible();
        Accessibility.isGiven(page, "failed log-in");

        page.navigate(visitors.home() + "/articles/de/refund-status");
        Accessibility.isGiven(page, "article");
    }

    @Test
    void theAgentsFormIsAccessible(Visitors visitors) {
        var karla = visitors.customer();
        karla.writes("When will I get my refund for order WK-12345678?");
        karla.hears("bot");
        karla.presses("Talk to a person");
        karla.sees("QUEUE");
        var anna = visitors.agent("anna");

        var ticket = anna.findsAmongMyGroupsTickets(karla.ticketNumber());
        Accessibility.isGivenWithin(anna.page(), "tandem-ticket", "reply");
        ticket.notes("Asked the warehouse");
        anna.page().locator("[data-mode=note]").click();
        Accessibility.isGivenWithin(anna.page(), "tandem-ticket", "note");
        anna.page().locator("[data-mode=pass]").click();
        Accessibility.isGivenWithin(anna.page(), "tandem-ticket", "pass on");
    }
}
