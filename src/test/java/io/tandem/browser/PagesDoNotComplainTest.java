package io.tandem.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.LoadState;
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
        var page = visitors.page(Visitor.english());
        page.navigate(visitors.home() + path);
        page.getByLabel("User name").fill(user);
        page.getByLabel("Password").fill("tandem");
        page.keyboard().press("Enter");

        assertThat(page.locator(".account").first()).containsText(name);
        assertThat(page.locator("body")).containsText("Tandem");
        page.waitForLoadState(LoadState.NETWORKIDLE);
        assertThat(page.getByText("end of life")).hasCount(0);
        assertThat(page.getByText("Enterprise")).hasCount(0);
    }
}
