package io.tandem.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/** What a colleague is asked about a ticket, in Tasklist. */
final class ColleagueForm {

    private final Locator form;

    ColleagueForm(Page page, int ticket) {
        form = page.locator("tandem-ticket");
        assertThat(form).containsText("#" + ticket);
        assertThat(form.locator("tandem-answer")).isVisible();
    }

    Locator all() {
        return form;
    }

    Locator word(String kind) {
        return form.locator("[data-word=" + kind + "]");
    }

    Locator answer() {
        return form.locator("[data-field=answer]");
    }

    Locator notice() {
        return form.locator("[data-notice=conflict]");
    }

    Locator action(String name) {
        return form.locator("[data-action=" + name + "]");
    }

    void answers(String text) {
        answer().fill(text);
        answer().press("Control+Enter");
        hasLeft();
    }

    void hasLeft() {
        assertThat(form).hasCount(0);
    }
}
