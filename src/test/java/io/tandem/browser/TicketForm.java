package io.tandem.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Locator.FilterOptions;
import com.microsoft.playwright.Page;

/** One ticket in an agent's hands: the form in Tasklist. */
final class TicketForm {

    private final Page page;
    private final Locator form;

    TicketForm(Page page, int ticket) {
        this.page = page;
        form = page.locator("tandem-ticket");
        assertThat(form).containsText("#" + ticket);
        assertThat(reply()).isVisible();
    }

    Locator brief() {
        return form.locator("tandem-brief");
    }

    Locator reply() {
        return form.locator("[data-field=reply]");
    }

    Locator notice() {
        return form.locator("[data-notice=conflict]");
    }

    Page page() {
        return page;
    }

    /** Whatever the selector finds in the form. */
    Locator part(String selector) {
        return form.locator(selector);
    }

    Locator action(String name) {
        return form.locator("[data-action=" + name + "]");
    }

    /** Tasklist's own button. */
    void claims() {
        page.locator("button.claim").click();
        isHeldBy("me");
    }

    /** me, other or nobody. */
    void isHeldBy(String whom) {
        assertThat(form.locator("[data-holder]")).hasAttribute("data-holder", whom);
    }

    Locator hears(String author, String words) {
        var message = form.locator("[data-author=" + author + "]").filter(new FilterOptions().setHasText(words));
        assertThat(message).hasCount(1);
        return message;
    }

    void types(String text) {
        reply().fill(text);
    }

    void isSavedAsDraft() {
        assertThat(form.locator("[data-hint=draft]")).hasText("Draft saved");
    }

    /** By keyboard; the ticket leaves the agent's desk. */
    void repliesAndWaits(String text) {
        types(text);
        reply().press("Control+Enter");
        hasLeft();
    }

    void repliesAndResolves(String text) {
        types(text);
        action("reply-resolve").click();
        hasLeft();
    }

    void notes(String text) {
        form.locator("[data-mode=note]").click();
        form.locator("[data-field=note]").fill(text);
        action("note").click();
        assertThat(form.locator("[data-internal=true]").filter(new FilterOptions().setHasText(text)))
                .hasCount(1);
        form.locator("[data-mode=reply]").click();
    }

    void passesOn(String to, String note) {
        form.locator("[data-mode=pass]").click();
        form.locator("[data-field=pass-to]").selectOption(to);
        form.locator("[data-field=pass-note]").fill(note);
        action("pass").click();
        hasLeft();
    }

    void hasLeft() {
        assertThat(form).hasCount(0);
    }
}
