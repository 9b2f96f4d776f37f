package io.tandem.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.HasAttributeOptions;
import java.time.Duration;

/** The page on which a process owner sees the processes. */
final class OwnersPage {

    /** What an owner has saved is judged and on the page within seconds; two JVMs of tests share the machine. */
    private static final Duration SOON = Duration.ofSeconds(45);

    private final Page page;

    private OwnersPage(Page page) {
        this.page = page;
    }

    static OwnersPage opens(Page page, String home) {
        LogInPage.opens(page, home + "/processes").signsIn("otto");
        assertThat(page.locator("tandem-steps tbody tr").first()).isVisible();
        return new OwnersPage(page);
    }

    Page page() {
        return page;
    }

    /** Of several diagrams, one is drawn. */
    void chooses(String file) {
        page.locator("nav.models [data-file='" + file + "']").click();
        assertThat(page.locator("nav.models [aria-current]")).hasAttribute("data-file", file);
    }

    void isTold(String verdict) {
        assertThat(page.locator("[data-verdict]"))
                .hasAttribute("data-verdict", verdict, new HasAttributeOptions().setTimeout(SOON.toMillis()));
    }

    Locator verdict() {
        return page.locator("[data-verdict]");
    }

    Locator finding() {
        return page.locator(".finding.error");
    }

    Locator drawn(String step) {
        return page.locator("tandem-diagram .djs-element[data-element-id='" + step + "']");
    }

    Locator badge(String step) {
        return page.locator("[data-tickets='" + step + "']");
    }

    Locator row(String step) {
        return page.locator("tandem-steps tr[data-step='" + step + "']");
    }

    Locator version(int number) {
        return page.locator("tandem-versions tr[data-version='" + number + "']");
    }

    int liveVersion() {
        return Integer.parseInt(
                page.locator("tandem-versions tr[data-state=LIVE]").getAttribute("data-version"));
    }

    Locator compared() {
        return page.locator("tandem-versions .compared");
    }

    Locator dialog() {
        return page.locator("dialog[open]");
    }
}
