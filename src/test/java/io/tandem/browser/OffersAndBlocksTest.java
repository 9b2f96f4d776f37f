package io.tandem.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Locator.FilterOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What helps an agent to write: offers that one key puts into the box, and blocks by a slash. */
@InChromium
@Tag("slow")
class OffersAndBlocksTest {

    @Autowired
    private JdbcClient sql;

    @BeforeEach
    void thereAreNoBlocks() {
        sql.sql("delete from text_block").update();
    }

    @Test
    void annaInsertsTheDraftByOneKeyTakesItBackAndPicksAnArticle(Visitors visitors) {
        var ticket = annaOpens(visitors, "A real person please. How do I delete my account?");
        var box = ticket.reply();
        assertThat(offer(ticket, "draft")).isVisible();
        assertThat(box).hasValue("");
        Accessibility.isGivenWithin(ticket.page(), "tandem-ticket", "offers");
        picture(ticket.page(), "offers");

        box.press("F2");
        assertThat(box).hasValue(Pattern.compile("^Hello,\\n\\n.*Kind regards\\nAnna$", Pattern.DOTALL));
        box.press("Control+z");
        assertThat(box).hasValue("");

        box.fill("Good morning!");
        offer(ticket, "article").locator("button").first().click();
        assertThat(box).hasValue(Pattern.compile("^Good morning!\\n\\n.+", Pattern.DOTALL));
        ticket.isSavedAsDraft();
        box.press("Control+z");
        assertThat(box).hasValue("Good morning!");
    }

    @Test
    void allOffersCanBeReadBeforeOneIsTaken(Visitors visitors) {
        var ticket = annaOpens(visitors, "A real person please. How do I delete my account?");

        ticket.action("offers").click();
        var article = ticket.part("li[data-offer=article]").first();
        assertThat(article.locator(".text")).containsText(Pattern.compile("account", Pattern.CASE_INSENSITIVE));
        assertThat(ticket.action("offers")).hasAttribute("aria-expanded", "true");
        Accessibility.isGivenWithin(ticket.page(), "tandem-ticket", "all offers");
        picture(ticket.page(), "offers-all");
        article.locator("button").click();

        assertThat(ticket.reply()).not().hasValue("");
        assertThat(ticket.reply()).isFocused();
        assertThat(ticket.action("offers")).hasAttribute("aria-expanded", "false");
    }

    @Test
    void theOffersFollowWhatTheCustomerWrites(Visitors visitors) {
        var karla = visitors.customer();
        karla.writes("I want to talk to a human");
        karla.sees("QUEUE");
        var ticket = visitors.agent("anna").findsAmongMyGroupsTickets(karla.ticketNumber());
        ticket.types("One moment");

        karla.writes("How do I delete my account?");
        ticket.hears("customer", "How do I delete my account?");

        assertThat(ticket.part("[data-suggestion=account-delete]")).isVisible();
        assertThat(ticket.reply()).hasValue("One moment");
    }

    @Test
    void aBlockIsWrittenOnceAndFoundByASlash(Visitors visitors) {
        var ticket = annaOpens(visitors, "human please");
        writesBlock(ticket, "Thank you for waiting", "wait", "en", "Hello {customer}, thank you for waiting. {agent}");
        writesBlock(ticket, "Danke fürs Warten", "warten", "de", "Danke fürs Warten!");
        Accessibility.isGivenWithin(ticket.page(), "tandem-ticket", "list of blocks");
        picture(ticket.page(), "blocks-list");
        ticket.action("close-blocks").click();
        var box = ticket.reply();

        box.pressSequentially("Yes. /wai");
        assertThat(option(ticket, "Thank you for waiting")).hasAttribute("aria-selected", "true");
        Accessibility.isGivenWithin(ticket.page(), "tandem-ticket", "choosing a block");
        picture(ticket.page(), "blocks-choosing");
        assertThat(filter(ticket)).hasAttribute("aria-activedescendant", "option-0");
        filter(ticket).press("Enter");
        assertThat(box).hasValue("Yes. Hello, thank you for waiting. Anna");
        assertThat(box).isFocused();
        box.press("Control+z");
        assertThat(box).hasValue("Yes. ");

        box.pressSequentially("/");
        assertThat(option(ticket, "Danke fürs Warten")).isVisible();
        assertThat(filter(ticket)).hasAttribute("aria-activedescendant", "option-0");
        filter(ticket).press("ArrowDown");
        assertThat(option(ticket, "Danke fürs Warten")).hasAttribute("aria-selected", "true");
        filter(ticket).press("Enter");
        assertThat(box).hasValue("Yes. Danke fürs Warten!");
    }

    @Test
    void whoMeantNoBlockGetsBackWhatTheyTyped(Visitors visitors) {
        var ticket = annaOpens(visitors, "human please");
        var box = ticket.reply();

        box.pressSequentially("1/2 and/or /etc");
        assertThat(filter(ticket)).hasValue("etc");
        filter(ticket).press("Escape");
        assertThat(box).hasValue("1/2 and/or /etc");
        assertThat(box).isFocused();

        box.fill("");
        box.pressSequentially("/ x");
        assertThat(box).hasValue("/ x");
    }

    @Test
    void notesHaveBlocksToo(Visitors visitors) {
        var ticket = annaOpens(visitors, "human please");
        writesBlock(ticket, "Asked the warehouse", "asked", "en", "Asked the warehouse about #{number}");
        ticket.action("close-blocks").click();

        ticket.part("[data-mode=note]").click();
        ticket.part("[data-field=note]").pressSequentially("/asked");
        assertThat(filter(ticket)).hasValue("asked");
        filter(ticket).press("Enter");

        assertThat(ticket.part("[data-field=note]")).hasValue(Pattern.compile("Asked the warehouse about #\\d+"));
    }

    @Test
    void aDeletedBlockIsBroughtBack(Visitors visitors) {
        var ticket = annaOpens(visitors, "human please");
        writesBlock(ticket, "Thank you", "ty", "en", "Thank you!");

        ticket.action("delete-block").click();
        assertThat(ticket.action("change-block")).hasCount(0);
        ticket.action("undo-delete").click();
        assertThat(ticket.action("change-block")).hasCount(1);

        ticket.action("change-block").click();
        dialog(ticket).locator("textarea[name=text]").fill("Thanks a lot!");
        ticket.action("save-block").click();
        assertThat(dialog(ticket)).containsText("Thanks a lot!");
    }

    @Test
    void itFitsOnAPhone(Visitors visitors) {
        var karla = visitors.customer();
        karla.writes("A real person please. How do I delete my account?");
        karla.sees("QUEUE");
        var anna = visitors.agent("anna");
        var ticket = anna.findsAmongMyGroupsTickets(karla.ticketNumber());
        writesBlock(ticket, "Thank you for waiting", "wait", "en", "Thank you for waiting.");
        ticket.action("close-blocks").click();
        ticket.page().setViewportSize(390, 844);

        ticket.reply().pressSequentially("/");
        assertThat(option(ticket, "Thank you for waiting")).isVisible();
        var popup = ticket.part("[data-popup=blocks]")
                .filter(new FilterOptions().setVisible(true))
                .boundingBox();
        org.assertj.core.api.Assertions.assertThat(popup.x).isNotNegative();
        org.assertj.core.api.Assertions.assertThat(popup.x + popup.width).isLessThanOrEqualTo(390);
        picture(ticket.page(), "blocks-phone");
        filter(ticket).press("Escape");
        ticket.action("offers").click();
        picture(ticket.page(), "offers-phone");
    }

    private static TicketForm annaOpens(Visitors visitors, String words) {
        var karla = visitors.customer();
        karla.writes(words);
        karla.sees("QUEUE");
        return visitors.agent("anna").findsAmongMyGroupsTickets(karla.ticketNumber());
    }

    private static void writesBlock(TicketForm ticket, String title, String shortcut, String language, String text) {
        if (!dialog(ticket).isVisible()) {
            visible(ticket, "blocks").click();
            visible(ticket, "manage-blocks").click();
        }
        ticket.action("new-block").click();
        dialog(ticket).locator("input[name=title]").fill(title);
        dialog(ticket).locator("input[name=shortcut]").fill(shortcut);
        dialog(ticket).locator("select[name=language]").selectOption(language);
        dialog(ticket).locator("textarea[name=text]").fill(text);
        ticket.action("save-block").click();
        assertThat(dialog(ticket)).containsText(title);
        assertThat(ticket.action("new-block")).isVisible();
    }

    private static Locator visible(TicketForm ticket, String action) {
        return ticket.action(action).filter(new FilterOptions().setVisible(true));
    }

    private static Locator dialog(TicketForm ticket) {
        return ticket.part("dialog[open]");
    }

    private static Locator filter(TicketForm ticket) {
        return ticket.part("[data-field=block-filter]").filter(new FilterOptions().setVisible(true));
    }

    private static Locator option(TicketForm ticket, String title) {
        return ticket.part("[role=option]")
                .filter(new FilterOptions().setHasText(title).setVisible(true));
    }

    private static Locator offer(TicketForm ticket, String kind) {
        return ticket.part("span[data-offer=" + kind + "]").first();
    }

    private static void picture(Page page, String name) {
        page.screenshot(new ScreenshotOptions().setPath(Path.of("target/browser", name + ".png")));
    }
}
