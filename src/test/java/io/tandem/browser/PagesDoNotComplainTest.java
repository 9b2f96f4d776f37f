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
        "anna, /camunda/app/tasklist/, Tandem",
        "lea, /camunda/app/tasklist/, Tandem",
        "otto, /camunda/app/cockpit/, Tandem",
        "admin, /camunda/app/admin/, Tandem",
        "admin, /camunda/app/welcome/, Tandem"
    })
    void whoSignsInSeesTheirPageWithoutAdvertising(String user, String path, String name, Visitors visitors) {
        var page = visitors.page(Visitor.english());
        page.navigate(visitors.home() + path);
        page.getByLabel("User name").fill(user);
        page.getByLabel("Password").fill("tandem");
        page.keyboard().press("Enter");

        assertThat(page.locator(".navbar, header").first()).containsText(name);
        page.waitForLoadState(LoadState.NETWORKIDLE);
        assertThat(page.getByText("end of life")).hasCount(0);
        assertThat(page.getByText("Enterprise")).hasCount(0);
    }
}
