package io.tandem.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.LoadState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** No page reports an error or a violation of its policy; {@link VisitorsOfATest} listens, here and in all stories. */
@InChromium
class PagesDoNotComplainTest {

    @ParameterizedTest
    @CsvSource({
        "Anna, anna, /camunda/app/tasklist/",
        "Lea, lea, /camunda/app/tasklist/",
        "Otto, otto, /camunda/app/cockpit/",
        "Admin, admin, /camunda/app/admin/",
        "Admin, admin, /camunda/app/welcome/"
    })
    void whoSignsInSeesTheirPageWithoutAdvertising(String name, String user, String path, Visitors visitors) {
        visitors.expectInConsole("identity/password-policy"); // Welcome asks; there is none
        var page = visitors.page(Visitor.english());
        LogInPage.opens(page, visitors.home() + path).signsIn(user);

        assertThat(page.locator(".account").first()).containsText(name);
        assertThat(page.locator("body")).containsText("Tandem");
        page.waitForLoadState(LoadState.NETWORKIDLE);
        assertThat(page.locator(".ce-eol-banner")).isHidden();
    }

    @Test
    void anOwnerLandsOnTheProcessesAndComesBackToThemFromCockpit(Visitors visitors) {
        var page = visitors.page(Visitor.english());
        LogInPage.opens(page, visitors.home() + "/login").signsIn("otto");
        assertThat(page.locator("tandem-steps tbody tr").first()).isVisible();

        page.navigate(visitors.home() + "/camunda/app/cockpit/");
        page.locator("li.processes a").click();
        assertThat(page.locator("h1")).hasText("Processes");
    }
}
