package io.tandem.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.tandem.story.TandemRuns;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** One log-in for all pages, and one log-out. */
@TandemRuns
class LogInTest {

    private static final String ASKS_FOR_PAGES = "text/html,application/xhtml+xml";

    @LocalServerPort
    private int port;

    @ParameterizedTest
    @CsvSource({
        "anna, /camunda/app/tasklist/",
        "lea, /camunda/app/tasklist/",
        "otto, /processes",
        "admin, /camunda/app/welcome/"
    })
    void everybodyLandsWhereTheirWorkIs(String user, String home) {
        var answer = new Browser(port).signIn(user, "tandem");

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location")).hasValue(home);
    }

    @Test
    void thePageThatWasWantedIsShownAfterTheLogIn() {
        var browser = new Browser(port);
        var asked = browser.get("/camunda/app/tasklist/default/", "Accept", ASKS_FOR_PAGES);
        assertThat(asked.headers().firstValue("Location")).hasValue("/login");

        var answer = browser.signIn("anna", "tandem");

        assertThat(answer.headers().firstValue("Location")).hasValue("/camunda/app/tasklist/default/");
        assertThat(browser.get("/camunda/app/tasklist/default/").statusCode()).isEqualTo(200);
    }

    @Test
    void aPageThatIsNotOnesOwnIsNotWhereOneLands() {
        var browser = new Browser(port);
        browser.get("/camunda/app/cockpit/default/", "Accept", ASKS_FOR_PAGES);

        var answer = browser.signIn("anna", "tandem");

        assertThat(answer.headers().firstValue("Location")).hasValue("/camunda/app/tasklist/");
    }

    @Test
    void aForeignHostNameLeadsNowhereForeign() {
        var browser = new Browser(port);
        browser.get("/camunda/app/tasklist//evil.example/", "Accept", ASKS_FOR_PAGES);
        browser.get("/camunda/app/tasklist/", "Accept", ASKS_FOR_PAGES, "X-Forwarded-Host", "evil.example");

        var answer = browser.signIn("anna", "tandem");

        assertThat(answer.headers().firstValue("Location")).hasValue("/camunda/app/tasklist/");
    }

    @Test
    void aWrongPasswordIsToldWithoutSayingWhatWasWrong() {
        var browser = new Browser(port);

        var wrongPassword = browser.signIn("ben", "wrong");
        var wrongUser = browser.signIn("nobody", "wrong");

        assertThat(wrongPassword.headers().firstValue("Location")).hasValue("/login?failed=wrong");
        assertThat(wrongUser.headers().firstValue("Location")).hasValue("/login?failed=wrong");
        assertThat(browser.get("/login?failed=wrong", "Accept-Language", "en").body())
                .contains("User name or password is wrong");
        assertThat(browser.get("/camunda/app/tasklist/default/").statusCode()).isEqualTo(302);
    }

    @Test
    void thePageSpeaksTheReadersLanguageAndHoldsNoScript() {
        var browser = new Browser(port);

        var german = browser.get("/login", "Accept-Language", "de-AT");
        var english = browser.get("/login?language=en", "Accept-Language", "de-AT");

        assertThat(german.body()).contains("lang=\"de\"", "Bei Tandem anmelden").doesNotContain("page.login");
        assertThat(english.body()).contains("lang=\"en\"", "Sign in to Tandem").doesNotContain("page.login");
        assertThat(german.body()).doesNotContainPattern("<script(?![^>]*src=)").doesNotContain("style=\"");
        assertThat(german.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy ->
                        assertThat(policy).contains("script-src 'self';").doesNotContain("unsafe"));
        assertThat(browser.get("/access/access.css").statusCode()).isEqualTo(200);
        assertThat(browser.get("/access/login.js").statusCode()).isEqualTo(200);
    }

    @Test
    void whoHasSignedInNeedNotSignInAgain() {
        var browser = Browser.signedIn(port, "anna");

        assertThat(browser.get("/login").headers().firstValue("Location")).hasValue("/camunda/app/tasklist/");
    }

    @Test
    void aFormOnAnotherSiteCannotSignAnybodyIn() {
        var browser = new Browser(port);

        var answer = browser.postForm("/login", Map.of("user", "anna", "password", "tandem"));

        assertThat(answer.statusCode()).isEqualTo(403);
    }

    @Test
    void theSessionGetsANewNameWithTheLogIn() {
        var browser = new Browser(port);
        browser.get("/camunda/app/tasklist/", "Accept", ASKS_FOR_PAGES);
        assertThat(browser.cookie("TANDEM")).isEmpty();
        browser.signIn("anna", "tandem");
        var before = browser.cookie("TANDEM");

        browser.get("/login");
        var token = browser.cookie("TANDEM-CSRF").orElseThrow();
        browser.postForm("/login", Map.of("user", "ben", "password", "tandem"), "X-TANDEM-CSRF", token);

        assertThat(before).isPresent();
        assertThat(browser.cookie("TANDEM")).isPresent().isNotEqualTo(before);
    }

    @Test
    void cookiesAreOutOfReach() {
        var browser = new Browser(port);
        var page = browser.get("/login");
        var answer = browser.signIn("anna", "tandem");

        assertThat(answer.headers().allValues("Set-Cookie"))
                .anySatisfy(cookie -> assertThat(cookie)
                        .startsWith("TANDEM=")
                        .contains("HttpOnly", "SameSite=Lax")
                        // The demo speaks plain HTTP on this machine: see ProductCookiesTest.
                        .doesNotContain("Secure"));
        assertThat(page.headers().allValues("Set-Cookie"))
                .anySatisfy(cookie -> assertThat(cookie)
                        .startsWith("TANDEM-CSRF=")
                        .contains("SameSite=Strict")
                        .doesNotContain("HttpOnly"));
    }

    @Test
    void ourLogOutEndsEverything() {
        var browser = Browser.signedIn(port, "anna");
        var token = browser.cookie("TANDEM-CSRF").orElseThrow();

        assertThat(browser.postForm("/logout", Map.of()).statusCode()).isEqualTo(403);
        var answer = browser.postForm("/logout", Map.of(), "X-TANDEM-CSRF", token);

        assertThat(answer.headers().firstValue("Location")).hasValue("/login?signedOut");
        assertThat(browser.get("/camunda/app/tasklist/default/").statusCode()).isEqualTo(302);
    }

    @Test
    void theEnginesLogOutEndsEverythingToo() {
        var browser = Browser.signedIn(port, "anna");
        browser.get("/camunda/app/tasklist/default/");
        var token = browser.cookie("XSRF-TOKEN").orElseThrow();

        var answer = browser.postJson("/camunda/api/admin/auth/user/default/logout", "", "X-XSRF-TOKEN", token);

        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(browser.get("/camunda/api/admin/auth/user/default").statusCode())
                .isEqualTo(401);
        assertThat(browser.get("/camunda/app/tasklist/default/").statusCode()).isEqualTo(302);
    }

    @Test
    void theEnginesOwnLogInIsShut() {
        var browser = Browser.signedIn(port, "anna");
        browser.get("/camunda/app/tasklist/default/");
        var token = browser.cookie("XSRF-TOKEN").orElseThrow();

        var answer = browser.postForm(
                "/camunda/api/admin/auth/user/default/login/tasklist",
                Map.of("username", "admin", "password", "tandem"),
                "X-XSRF-TOKEN",
                token);

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(browser.get("/camunda/api/admin/auth/user/default").body()).contains("\"userId\":\"anna\"");
    }
}
