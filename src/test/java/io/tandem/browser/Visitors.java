package io.tandem.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.options.LoadState;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The people of one test, each with a browser of their own. What their pages complain about in the console is kept. */
final class Visitors {

    /** Tasklist reads its open task again every few seconds, also in the moment in which somebody finishes it. */
    private static final String TASK_THAT_JUST_ENDED = "/camunda/api/engine/engine/default/task/";

    private final Chromium chromium;
    private final int port;
    private final List<BrowserContext> browsers = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();
    private final List<String> expected = new ArrayList<>(List.of(TASK_THAT_JUST_ENDED));

    Visitors(Chromium chromium, int port) {
        this.chromium = chromium;
        this.port = port;
    }

    ChatPage customer() {
        return customer(Visitor.english());
    }

    ChatPage customer(Visitor visitor) {
        return ChatPage.opens(page(visitor), home() + "/");
    }

    TasklistPage agent(String user) {
        return agent(user, Visitor.english().withScreen(1440, 900));
    }

    TasklistPage agent(String user, Visitor visitor) {
        var session = chromium.sessions().computeIfAbsent(user + " @ " + home(), absent -> signIn(user));
        return TasklistPage.opens(page(visitor.options().setStorageState(session)), home());
    }

    private String signIn(String user) {
        try (var browser = chromium.browser().newContext()) {
            var page = browser.newPage();
            LogInPage.opens(page, home() + "/login").signsIn(user);
            page.waitForLoadState(LoadState.NETWORKIDLE);
            return browser.storageState();
        }
    }

    Page page(Visitor visitor) {
        return page(visitor.options());
    }

    private Page page(NewContextOptions options) {
        var browser = chromium.browser().newContext(options);
        browsers.add(browser);
        browser.onConsoleMessage(this::listen);
        browser.onWebError(error -> complaints.add(error.error()));
        return browser.newPage();
    }

    /** Where Tandem is. */
    String home() {
        return "http://127.0.0.1:" + port;
    }

    int port() {
        return port;
    }

    Shop shop() {
        return chromium.shop();
    }

    /** Chromium itself reports refused and lost requests as errors; some stories are about these. */
    void expectInConsole(String part) {
        expected.add(part);
    }

    private void listen(ConsoleMessage message) {
        if (message.type().equals("error")) complaints.add(message.text() + " @ " + message.location());
    }

    void heardNoComplaint() {
        assertThat(complaints)
                .filteredOn(complaint -> expected.stream().noneMatch(complaint::contains))
                .isEmpty();
    }

    /** What everybody saw last, for whoever has to find out why a test failed. */
    void takePictures(String test) {
        var number = 1;
        for (var page :
                browsers.stream().flatMap(browser -> browser.pages().stream()).toList()) {
            page.screenshot(new ScreenshotOptions().setPath(Path.of("target/browser", test + "-" + number++ + ".png")));
        }
    }

    void leave() {
        browsers.forEach(BrowserContext::close);
    }
}
