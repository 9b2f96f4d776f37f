package io.tandem.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Agents and customers at once: what is new reaches the agent wherever they are in Tasklist. */
@InChromium
@Tag("slow")
class NotificationsInTasklistTest {

    /** A hidden tab, as a browser without a screen cannot have one. */
    private static final String HIDDEN = "hidden => { Object.defineProperty(document, 'hidden', {configurable: true,"
            + " get: () => hidden}); document.dispatchEvent(new Event('visibilitychange')); }";

    /** Keeps what the browser would show; asking for it is noted, too. */
    private static final String BROWSER = "window.raised = []; window.asked = 0;"
            + "window.Notification = class { static permission = 'default';"
            + " static requestPermission() { window.asked++; return Promise.resolve(this.permission = 'granted'); }"
            + " constructor(title, {body, tag}) { this.body = body; window.raised.push(this); } close() {} };";

    private TasklistPage anna;
    private Page page;

    @BeforeEach
    void annaIsAtTheDesk(Visitors visitors) {
        anna = visitors.agent("anna");
        page = anna.page();
        assertThat(bell(page)).isVisible();
        // What other stories have left in this browser.
        page.evaluate("() => { localStorage.clear(); location.reload(); }");
        isListening(page);
    }

    /** From now on nothing is missed. */
    private static void isListening(Page page) {
        page.waitForFunction("() => Object.keys(localStorage).some(key => key.startsWith('tandem-news:'))");
        assertThat(bell(page)).isVisible();
    }

    @Test
    void aNewTicketStandsInTheTitleAndAToastThatOpensItByKeyboard(Visitors visitors) {
        var box = page.locator("tandem-next [data-action=seat]");
        box.focus();
        var karla = waits(visitors);

        var toast = toast(page, "waiting");
        assertThat(toast).containsText("New ticket #" + karla.ticketNumber());
        assertThat(page).hasTitle(Pattern.compile("^\\(1\\) .+"));
        assertThat(bell(page)).hasAccessibleName("1 new: notifications");
        assertThat(box).isFocused();
        assertThat(page.locator("tandem-toasts [role=status]")).hasAttribute("aria-live", "polite");
        Accessibility.isGivenWithin(page, "tandem-news", "a toast");
        picture("notify-toast");

        toast.locator("[data-action=open]").focus();
        page.keyboard().press("Enter");

        assertThat(page.locator("tandem-ticket")).containsText("#" + karla.ticketNumber());
        assertThat(toast).hasCount(0);
        assertThat(page).hasTitle(Pattern.compile("^[^(].*"));
    }

    @Test
    void manyAtOnceAreOneToastAndAListThatCanBeDismissed(Visitors visitors) {
        waits(visitors);
        waits(visitors);
        waits(visitors);

        assertThat(toast(page, "waiting")).containsText("3 new tickets");
        assertThat(page.locator("tandem-toasts .toast")).hasCount(1);
        assertThat(page).hasTitle(Pattern.compile("^\\(3\\) .+"));
        page.keyboard().press("Control+Alt+b");
        assertThat(page.locator("tandem-news-list li")).hasCount(3);
        Accessibility.isGivenWithin(page, "tandem-news", "the list");
        picture("notify-list");

        page.locator("tandem-news-list [data-action=clear]").click();

        assertThat(toast(page, "waiting")).hasCount(0);
        assertThat(page).hasTitle(Pattern.compile("^[^(].*"));
        page.reload();
        assertThat(bell(page)).hasAccessibleName("Notifications");
    }

    @Test
    void theTicketInFrontOfTheAgentDoesNotInterruptThemAndAHiddenOneDoes(Visitors visitors) {
        var karla = waits(visitors);
        toast(page, "waiting").locator("[data-action=open]").click();
        var form = new TicketForm(page, karla.ticketNumber());
        form.claims();
        karla.writes("It is the blue one");
        form.hears("customer", "It is the blue one");
        var other = waits(visitors);
        assertThat(toast(page, "waiting")).containsText("#" + other.ticketNumber());
        assertThat(toast(page, "reply")).hasCount(0);
        assertThat(page).hasTitle(Pattern.compile("^\\(1\\) .+"));

        page.evaluate(HIDDEN, true);
        karla.writes("Are you still there?");

        assertThat(page).hasTitle(Pattern.compile("^\\(2\\) .+"));
        page.evaluate(HIDDEN, false);
        assertThat(page).hasTitle(Pattern.compile("^\\(1\\) .+"));
    }

    @Test
    void theBrowserNotifiesOnlyAfterAButtonAndOnlyWhileTheTabIsHidden(Visitors visitors) {
        page.context().addInitScript(BROWSER);
        page.reload();
        assertThat(bell(page)).isVisible();
        waits(visitors);
        assertThat(toast(page, "waiting")).isVisible();
        assertThat(page.evaluate("asked + raised.length")).isEqualTo(0);
        bell(page).click();
        page.locator("tandem-news-list [data-action=allow]").click();
        assertThat(page.locator("tandem-news-list"))
                .containsText("While this page is hidden, your browser notifies you.");
        page.keyboard().press("Escape");

        page.evaluate(HIDDEN, true);
        var karla = waits(visitors);

        await().untilAsserted(() -> assertThat(raised(page)).containsExactly("New ticket #" + karla.ticketNumber()));
        page.evaluate(HIDDEN, false);
        assertThat(page.locator("tandem-toasts")).containsText("2 new tickets");
    }

    @Test
    void ofThreeTabsOneTellsAndAllCount(Visitors visitors) {
        page.context().addInitScript(BROWSER + "Notification.permission = 'granted';");
        page.reload();
        var second = anna.opensAnotherTab(visitors.home()).page();
        var third = anna.opensAnotherTab(visitors.home()).page();
        var tabs = List.of(page, second, third);
        tabs.forEach(tab -> assertThat(bell(tab)).isVisible());

        tabs.forEach(tab -> tab.evaluate(HIDDEN, true));
        waits(visitors);
        tabs.forEach(tab -> assertThat(tab).hasTitle(Pattern.compile("^\\(1\\) .+")));
        await().untilAsserted(() -> assertThat(
                        tabs.stream().mapToInt(tab -> raised(tab).size()).sum())
                .isEqualTo(1));

        second.evaluate(HIDDEN, false);
        assertThat(toast(second, "waiting")).isVisible();
        toast(second, "waiting").locator("[data-action=dismiss]").click();
        page.close(); // the one that listened; another one goes on
        waits(visitors);
        assertThat(toast(second, "waiting")).containsText("New ticket");
        assertThat(toast(third, "waiting")).hasCount(0);
        assertThat(third).hasTitle(Pattern.compile("^\\(1\\) .+"));
    }

    @Test
    void whatIsSwitchedOffStaysAway(Visitors visitors) {
        bell(page).click();
        page.locator("tandem-news-list [data-topic=waiting]").uncheck();
        page.keyboard().press("Escape");
        var karla = waits(visitors);
        anna.findsAmongMyGroupsTickets(karla.ticketNumber()).claims();
        page.locator("tandem-ticket [data-action=reply-wait]").waitFor();
        new TicketForm(page, karla.ticketNumber()).repliesAndWaits("Which one?");
        karla.hears("agent", "Which one?");

        karla.writes("The blue one");

        assertThat(toast(page, "reply")).containsText("#" + karla.ticketNumber());
        assertThat(toast(page, "waiting")).hasCount(0);
        assertThat(page).hasTitle(Pattern.compile("^\\(1\\) .+"));
        toast(page, "reply").locator("[data-action=open]").click();
        new TicketForm(page, karla.ticketNumber()).isHeldBy("me");
    }

    private static ChatPage waits(Visitors visitors) {
        var customer = visitors.customer();
        customer.writes("human please, my blender sings");
        customer.sees("QUEUE");
        return customer;
    }

    private static Locator bell(Page page) {
        return page.locator("tandem-news [data-action=news]");
    }

    private static Locator toast(Page page, String kind) {
        return page.locator("tandem-toasts [data-kind=" + kind + "]");
    }

    @SuppressWarnings("unchecked")
    private static List<String> raised(Page page) {
        return (List<String>) page.evaluate("raised.map(({body}) => body)");
    }

    private void picture(String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/browser/" + name + ".png")));
    }
}
