package io.tandem.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Locator.FilterOptions;
import com.microsoft.playwright.Locator.WaitForOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;

/** The engine's Tasklist, where agents find their tickets. */
final class TasklistPage {

    private static final int LOOKS = 10;

    private final Page page;
    private final String address;

    private TasklistPage(Page page, String address) {
        this.page = page;
        this.address = address;
    }

    /** By the one log-in of all pages. */
    static TasklistPage signsIn(Page page, String home, String user) {
        page.navigate(home + "/camunda/app/tasklist/");
        page.getByLabel("User name").or(page.getByLabel("Benutzername")).fill(user);
        page.getByLabel("Password").or(page.getByLabel("Passwort")).fill("tandem");
        page.keyboard().press("Enter");
        var tasklist = new TasklistPage(page, home + "/camunda/app/tasklist/");
        tasklist.isReady();
        return tasklist;
    }

    private void isReady() {
        assertThat(page.locator(".task-filter").first()).isVisible();
    }

    /** The same agent's browser, once more. */
    TasklistPage opensAnotherTab() {
        var tab = new TasklistPage(page.context().newPage(), address);
        tab.page.navigate(address);
        tab.isReady();
        return tab;
    }

    Page page() {
        return page;
    }

    void closesTheTab() {
        page.close();
    }

    Locator filters() {
        return page.locator(".task-filter");
    }

    void chooses(String filter) {
        var wanted = filters().filter(new FilterOptions().setHasText(filter));
        wanted.locator("a").first().click();
        assertThat(page.locator(".task-filters .active, .task-filter.active").first()).containsText(filter);
    }

    Locator line(int ticket) {
        return page.locator("ol.tasks-list > li").filter(new FilterOptions().setHasText("#" + ticket + " "));
    }

    /** As an agent does it: the list of the group, page by page until it is there. */
    TicketForm findsAmongMyGroupsTickets(int ticket) {
        chooses("My groups' tickets");
        return opens(ticket);
    }

    TicketForm findsAmongMyTickets(int ticket) {
        chooses("My tickets");
        return opens(ticket);
    }

    TicketForm opens(int ticket) {
        for (var look = 1; !isListed(ticket); look++) {
            if (look == LOOKS) throw new AssertionError("Ticket " + ticket + " is not in the list");
            turnsThePage();
        }
        line(ticket).locator("h4 a").click();
        return new TicketForm(page, ticket);
    }

    private boolean isListed(int ticket) {
        try {
            line(ticket).waitFor(new WaitForOptions().setTimeout(1_500));
            return true;
        } catch (TimeoutError notHere) {
            return false;
        }
    }

    private void turnsThePage() {
        var next = page.locator(".pagination-next:not(.disabled) a, .pagination li:not(.disabled) a:has-text('›')");
        if (next.count() > 0) next.first().click();
    }
}
