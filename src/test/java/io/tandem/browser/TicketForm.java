package io.tandem.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Locator.FilterOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;

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
        assertThat(page.locator("button.claim")).hasCount(0); // Tasklist has drawn its head anew
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

    /** To the reply; waits until the server has it or has refused it. */
    void attaches(FilePayload file) {
        attach("reply", file);
    }

    private void attach(String mode, FilePayload file) {
        form.locator("#panel-" + mode + " tandem-files input[type=file]").setInputFiles(file);
        assertThat(form.locator("#panel-" + mode + " tandem-files [data-state=coming]"))
                .hasCount(0);
        assertThat(form.locator("#panel-" + mode + " tandem-files b").filter(new FilterOptions().setHasText(file.name)))
                .isVisible();
    }

    Locator attached(String state) {
        return form.locator("#panel-reply tandem-files [data-state=" + state + "]");
    }

    void notesFile(String text, FilePayload file) {
        form.locator("[data-mode=note]").click();
        form.locator("[data-field=note]").fill(text);
        attach("note", file);
        action("note").click();
        assertThat(hears("agent", text).locator("tandem-attachments")).containsText(file.name);
    }

    void passesOn(String to, String note) {
        form.locator("[data-mode=pass]").click();
        form.locator("[data-field=pass-to]").selectOption(to);
        form.locator("[data-field=pass-note]").fill(note);
        action("pass").click();
        hasLeft();
    }

    /** Opens the menu and chooses by keyboard. */
    Locator more(String act) {
        action("more").press("ArrowDown");
        var items = form.locator("[role=menuitem]");
        for (var i = 0; !act.equals(items.nth(i).getAttribute("data-more")); i++) {
            assertThat(items.nth(i)).isFocused();
            page.keyboard().press("ArrowDown");
        }
        page.keyboard().press("Enter");
        var dialog = form.locator("dialog[data-dialog=" + act + "]");
        assertThat(dialog).isVisible();
        return dialog;
    }

    void confirms() {
        action("do").click();
    }

    void asks(String whom, String question) {
        var dialog = more("ask");
        dialog.locator("[data-field=ask-to]").selectOption(whom);
        dialog.locator("[data-field=ask-text]").fill(question);
        confirms();
        assertThat(dialog).isHidden();
    }

    Locator note() {
        return form.locator("[data-field=note]");
    }

    Locator offer(String user) {
        return form.locator("[data-mention=" + user + "]");
    }

    Locator reader(String user) {
        return form.locator("[data-reader=" + user + "]");
    }

    Locator word(String kind) {
        return form.locator("[data-word=" + kind + "]");
    }

    Locator related(int ticket) {
        return form.locator("[data-related='" + ticket + "']");
    }

    Locator all() {
        return form;
    }

    void hasLeft() {
        assertThat(form).hasCount(0);
    }
}
