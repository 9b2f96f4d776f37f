package io.tandem.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Locator.FilterOptions;
import com.microsoft.playwright.Locator.WaitForOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;

/** The engine's Tasklist, where agents find their tickets. */
final class TasklistPage {

    private static final int LOOKS = 60;

    private final Page page;

    private TasklistPage(Page page) {
        this.page = page;
    }

    static TasklistPage opens(Page page, String home) {
        var tasklist = new TasklistPage(page);
        page.navigate(home + "/camunda/app/tasklist/");
        tasklist.isReady();
        return tasklist;
    }

    private void isReady() {
        assertThat(page.locator(".task-filter").first()).isVisible();
    }

    /** The same agent's browser, once more. */
    TasklistPage opensAnotherTab(String home) {
        return opens(page.context().newPage(), home);
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
        assertThat(page.locator(".task-filters .active, .task-filter.active").first())
                .containsText(filter);
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

    /** What a colleague is asked, or told, about a ticket. */
    ColleagueForm findsQuestion(String filter, int ticket) {
        chooses(filter);
        selects(ticket);
        return new ColleagueForm(page, ticket);
    }

    TicketForm opens(int ticket) {
        selects(ticket);
        return new TicketForm(page, ticket);
    }

    private void selects(int ticket) {
        for (var look = 1; !isListed(ticket); look++) {
            if (look == LOOKS) throw new AssertionError("Ticket " + ticket + " is not in the list");
            turnsThePage();
        }
        line(ticket).locator("h4 a").click();
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
