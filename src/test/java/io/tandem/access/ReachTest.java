package io.tandem.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.tandem.access.RawHttp.Answer;
import io.tandem.story.TandemRuns;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Who reaches what, and that no spelling of an address reaches more. */
@TandemRuns
class ReachTest {

    @LocalServerPort
    private int port;

    private Browser nobody;

    @BeforeEach
    void start() {
        nobody = new Browser(port);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/index.html",
                "/chat.js",
                "/chat/page.css",
                "/favicon.svg",
                "/press",
                "/login",
                "/actuator/health"
            })
    void everybodyReachesTheChat(String path) {
        assertThat(nobody.get(path).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "/camunda, 302",
        "/camunda/, 302",
        "/camunda/app/tasklist/, 302",
        "/camunda/app/tasklist/default/, 302",
        "/camunda/app/cockpit/default/, 302",
        "/camunda/app/admin/default/setup/, 302",
        "/camunda/lib/deps.js, 302",
        "/camunda/api/engine/engine/, 401",
        "/camunda/api/engine/engine/default/task, 401",
        "/camunda/api/engine/engine/default/identity/password-policy, 401",
        "/camunda/api/admin/auth/user/default, 401",
        "/camunda/api/tasklist/plugin/tasklistPlugins/static/app/plugin.js, 401",
        "/api/desk/me, 401",
        "/desk/api.js, 302",
        "/engine-rest, 401",
        "/engine-rest/engine, 401",
        "/engine-rest/task, 401",
        "/actuator/prometheus, 401",
        "/actuator/health/operators, 401",
        "/api/mails/quarantine, 401",
        "/mails, 302",
        "/actuator, 404",
        "/actuator/env, 404",
        "/h2-console, 404",
        "/webjars/camunda/app/tasklist/index.html, 404",
        "/plugin/tasklist/app/plugin.js, 404",
        "/camunda-welcome/index.html, 404",
        "/swagger-ui.html, 404",
        "/api, 401",
        "/api/elsewhere, 401",
        "/nothing, 404",
        "/error, 404",
        "/?x=%00, 400",
        "/engine-rest/task?nameLike=%00, 400",
        "/engine-rest/task?nameLike=%2500, 401",
    })
    void nobodyReachesWhatIsNotForEverybody(String path, int status) {
        assertThat(nobody.get(path).statusCode()).isEqualTo(status);
    }

    @Test
    void whatAPageFetchesIsNotSentToTheLogIn() {
        assertThat(nobody.get("/camunda/assets/font.woff2", "Sec-Fetch-Mode", "cors")
                        .statusCode())
                .isEqualTo(401);
        assertThat(nobody.get("/camunda/app/tasklist/", "Sec-Fetch-Mode", "navigate")
                        .statusCode())
                .isEqualTo(302);
    }

    @ParameterizedTest
    @CsvSource({
        "anna, 200, 403, 403, 200",
        "lea,  200, 403, 403, 200",
        "otto, 403, 200, 403, 403",
        "admin, 200, 200, 200, 200",
    })
    void eachRoleReachesItsPages(String user, int tasklist, int cockpit, int admin, int desk) {
        var browser = Browser.signedIn(port, user);

        assertThat(browser.get("/camunda/app/tasklist/default/").statusCode()).isEqualTo(tasklist);
        assertThat(browser.get("/camunda/app/cockpit/default/").statusCode()).isEqualTo(cockpit);
        assertThat(browser.get("/camunda/api/cockpit/plugin/base/default/process-definition/statistics")
                        .statusCode())
                .isEqualTo(cockpit);
        assertThat(browser.get("/camunda/app/admin/default/").statusCode()).isEqualTo(admin);
        assertThat(browser.get("/camunda/app/welcome/default/").statusCode()).isEqualTo(200);
        assertThat(browser.get("/desk/api.js").statusCode()).isEqualTo(desk);
        assertThat(browser.get("/api/desk/me").statusCode()).isEqualTo(desk);
    }

    @ParameterizedTest
    @CsvSource({"anna, 403", "lea, 200", "otto, 200", "admin, 200"})
    void mailsThatAreNoTicketAreForThoseWhoLead(String user, int status) {
        var browser = Browser.signedIn(port, user);

        var page = browser.get("/mails", "Accept", "text/html");

        assertThat(page.statusCode()).isEqualTo(status);
        assertThat(page.body()).contains("</html>");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("script-src 'self'");
        assertThat(page.headers().firstValue("Cache-Control").orElseThrow()).contains("no-store");
        assertThat(browser.get("/mails/page.js").statusCode()).isEqualTo(status);
        assertThat(browser.get("/api/mails/waiting").statusCode()).isEqualTo(status);
    }

    @Test
    void figuresAreForAdminsOnly() {
        assertThat(metricsAs("anna")).isEqualTo(403);
        assertThat(metricsAs("otto")).isEqualTo(403);
        assertThat(metricsAs("admin")).isEqualTo(200);
    }

    private int metricsAs(String user) {
        return nobody.get("/actuator/prometheus", "Authorization", Browser.basic(user, "tandem"))
                .statusCode();
    }

    @Test
    void healthTellsNoDetails() {
        assertThat(nobody.get("/actuator/health").body())
                .contains("\"status\":\"UP\"")
                .doesNotContain("components", "db");
    }

    @Test
    void operatorsSeeTheChannels() {
        assertThat(healthAs("anna").statusCode()).isEqualTo(403);
        assertThat(healthAs("admin").body()).contains("\"channels\"", "\"receiving\"");
    }

    private HttpResponse<String> healthAs(String user) {
        return nobody.get("/actuator/health/operators", "Authorization", Browser.basic(user, "tandem"));
    }

    static Stream<String> spellings() {
        return Stream.of(
                        "/engine-rest/task", "/camunda/api/engine/engine/default/task", "/api/desk/me", "/actuator/env")
                .flatMap(path -> Stream.of(
                        path + "/",
                        path + ";x",
                        path + ";x=y/",
                        path.replaceFirst("/", "//"),
                        path.replaceFirst("/(\\w)", "/./$1"),
                        "/chat/.." + path,
                        "/chat/..;" + path,
                        "/chat/%2e%2e" + path,
                        "/chat/..%2f" + path.substring(1),
                        "/%2f" + path.substring(1),
                        path.toUpperCase(Locale.ROOT),
                        path.replaceFirst("e", "%65"),
                        path.replaceFirst("e", "%2565"),
                        path.replaceFirst("e", "E"),
                        path + "%00",
                        path + "%0a",
                        path + ".json",
                        path + "?/login",
                        path + "%3b",
                        path + "%23",
                        path.replace('/', '\\'),
                        path.replaceAll("(?<=.)/", "%5c"),
                        "/chat/../login/.." + path));
    }

    @ParameterizedTest
    @MethodSource("spellings")
    void noSpellingReachesMore(String path) {
        Answer answer = RawHttp.get(port, path);

        assertThat(answer.status()).as(path).isIn(302, 400, 401, 404);
        if (answer.status() == 302) assertThat(answer.head()).contains("/login");
    }

    @ParameterizedTest
    @MethodSource("spellings")
    void norForAnAgentWhoWantsTheAdminsPages(String path) {
        var session = Browser.signedIn(port, "anna").cookie("TANDEM").orElseThrow();
        var wanted = path.replaceAll("(?i)/camunda/api/engine/engine/default/task", "/camunda/app/admin/default/");

        Answer answer = RawHttp.get(port, wanted, "Cookie: TANDEM=" + session);

        assertThat(answer.body()).as(wanted).doesNotContain("camunda-admin-bootstrap");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/camunda/api/admin/setup/default/user/create",
                "/camunda/api/admin/setup/default/user/create/",
                "/camunda/api/admin/setup/default/user/create;x",
                "/camunda/api/admin//setup/default/user/create",
                "/camunda/api/admin/./setup/default/user/create",
                "/camunda/api/admin/x/../setup/default/user/create",
                "/camunda/api/admin/%73etup/default/user/create",
                "/camunda/api/admin/%2573etup/default/user/create",
                "/camunda/api/admin/SETUP/default/user/create",
                "/camunda/api/admin/Setup/default/user/create",
                "/camunda/api/%61dmin/setup/default/user/create",
                "/CAMUNDA/api/admin/setup/default/user/create",
                "/camunda/api/admin/auth/user/../../setup/default/user/create",
                "/camunda/api/admin/setup%2fdefault/user/create",
                "//camunda/api/admin/setup/default/user/create",
            })
    void nobodyMakesTheFirstAdmin(String path) {
        var admin = Browser.signedIn(port, "admin");
        admin.get("/camunda/app/admin/default/");
        var json = "{\"profile\":{\"id\":\"mallory\"},\"credentials\":{\"password\":\"mallory-mallory\"}}";
        var headers = List.of(
                "Content-Type: application/json",
                "X-XSRF-TOKEN: " + admin.cookie("XSRF-TOKEN").orElseThrow(),
                "Cookie: TANDEM=" + admin.cookie("TANDEM").orElseThrow());

        assertThat(RawHttp.post(port, path, json, "Content-Type: application/json")
                        .status())
                .isIn(400, 401, 403, 404);
        assertThat(RawHttp.post(port, path, json, headers.toArray(String[]::new))
                        .status())
                .isIn(400, 403, 404);
    }
}
