package io.tandem.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Takes the pictures of the README: mvn test -Dtest=ScreenshotsForDocs -Dtandem.screenshots=true */
@InChromium
@EnabledIfSystemProperty(named = "tandem.screenshots", matches = "true")
class ScreenshotsForDocs {

    @Test
    void chat(Visitors visitors) {
        var karla = visitors.customer(Visitor.english().withScreen(1100, 760));
        karla.writes("Can you gift-wrap my order?");
        assertThat(karla.hears("bot").locator("a.source")).isVisible();
        picture(karla.page(), "chat.png");
    }

    @Test
    void tasklist(Visitors visitors) {
        for (var words : List.of(
                "My parcel arrived broken, real person please", "When will I get my refund?", "Where is my parcel?")) {
            var other = visitors.customer();
            other.writes(words);
            if (other.button("Talk to a person").isVisible()) other.presses("Talk to a person");
            other.sees("QUEUE");
        }

        var karla = visitors.customer();
        karla.writes("My blender from order WK-12345678 plays the national anthem at night. It was 49.90 EUR.");
        karla.sees("QUEUE");

        var anna = visitors.agent("anna");
        var ticket = anna.findsAmongMyGroupsTickets(karla.ticketNumber());
        ticket.claims();
        ticket.notes("The workshop knows this: the whole series does it.");
        ticket.types("I am sorry about your nights! A new blender is on its way to you, please keep the old one.");
        ticket.isSavedAsDraft();
        picture(anna.page(), "tasklist.png");
    }

    private static void picture(Page page, String file) {
        page.screenshot(new ScreenshotOptions().setPath(Path.of("docs/pictures", file)));
    }
}
