package io.tandem.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.regex.Pattern;

/** The one log-in. Whoever asks for a page of the staff comes here first, and there afterwards. */
final class LogInPage {

    private static final Pattern LOGIN = Pattern.compile("/login");

    private final Page page;

    private LogInPage(Page page) {
        this.page = page;
    }

    static LogInPage opens(Page page, String address) {
        page.navigate(address);
        assertThat(page).hasURL(LOGIN);
        return new LogInPage(page);
    }

    void signsIn(String user) {
        tries(user, "tandem");
        assertThat(page).not().hasURL(LOGIN);
    }

    void tries(String user, String password) {
        page.locator("#user").fill(user);
        page.locator("#password").fill(password);
        page.keyboard().press("Enter");
    }

    Locator failure() {
        return page.locator("#failure");
    }
}
