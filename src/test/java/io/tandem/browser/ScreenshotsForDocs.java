package io.tandem.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Takes the pictures of the README: mvn test -Dtest=ScreenshotsForDocs -Dtandem.screenshots=true */
@InChromium
@EnabledIfSystemProperty(named = "tandem.screenshots", matches = "true")
class ScreenshotsForDocs {

    @Test
    void chat(Visitors visitors) {
        var karla = visitors.customer(Visitor.english().withScreen(1100, 760));
        karla.writes("Can I pay in instalments?");
        assertThat(karla.hears("bot").locator("a.source")).isVisible();
        picture(karla.page(), "chat.png");
    }

    @Test
    void tasklist(Visitors visitors) {
        var others = visitors.customer();
        others.writes("human please");
        others.sees("QUEUE");

        var karla = visitors.customer();
        karla.writes("When will I get my refund for order WK-12345678? It was 49.90 EUR.");
        karla.hears("bot");
        karla.presses("That did not help");
        karla.presses("Talk to a person");
        karla.sees("QUEUE");
        karla.writes("I sent everything back three weeks ago!");
        karla.hasSent("I sent everything back three weeks ago!");

        var anna = visitors.agent("anna");
        var ticket = anna.findsAmongMyGroupsTickets(karla.ticketNumber());
        ticket.claims();
        ticket.notes("Warehouse: arrived on Monday, refund was stuck");
        ticket.types("Dear customer, I have found your return and started the refund myself.");
        ticket.isSavedAsDraft();
        picture(anna.page(), "tasklist.png");
    }

    private static void picture(Page page, String file) {
        page.screenshot(new ScreenshotOptions().setPath(Path.of("docs/pictures", file)));
    }
}
