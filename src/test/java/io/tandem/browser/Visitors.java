package io.tandem.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The people of one test, each with a browser of their own. What their pages complain about in the console is kept. */
final class Visitors {

    private final Chromium chromium;
    private final int port;
    private final List<BrowserContext> browsers = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();
    private final List<String> expected = new ArrayList<>();

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
        return TasklistPage.signsIn(page(visitor), home(), user);
    }

    Page page(Visitor visitor) {
        var browser = chromium.browser().newContext(visitor.options());
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
        assertThat(complaints).filteredOn(complaint -> expected.stream().noneMatch(complaint::contains)).isEmpty();
    }

    /** What everybody saw last, for whoever has to find out why a test failed. */
    void takePictures(String test) {
        var number = 1;
        for (var page : browsers.stream().flatMap(browser -> browser.pages().stream()).toList()) {
            page.screenshot(new ScreenshotOptions().setPath(Path.of("target/browser", test + "-" + number++ + ".png")));
        }
    }

    void leave() {
        browsers.forEach(BrowserContext::close);
    }
}
