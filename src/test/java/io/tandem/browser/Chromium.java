package io.tandem.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext.Store.CloseableResource;

/** The system's Chromium, started once for all tests. Nothing is ever downloaded. */
final class Chromium implements CloseableResource {

    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");
    private static final List<String> QUIET = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private final Playwright playwright;
    private final Browser browser;
    private final Shop shop = Shop.opens();
    private final Map<String, String> sessions = new HashMap<>();

    private Chromium(Path program) {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new LaunchOptions()
                        .setExecutablePath(program)
                        .setHeadless(true)
                        .setArgs(Stream.concat(QUIET.stream(), Stream.of(shop.asItsNameResolves()))
                                .toList()));
    }

    static Chromium starts() {
        return new Chromium(find().orElseThrow());
    }

    /** Debian's place first, then whatever is on the path. */
    static Optional<Path> find() {
        var folders = Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator));
        return Stream.concat(Stream.of("/usr/bin"), folders)
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    Browser browser() {
        return browser;
    }

    /** Cookies of those who have signed in, so that not every story must begin with it. */
    Map<String, String> sessions() {
        return sessions;
    }

    Shop shop() {
        return shop;
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
        shop.closes();
    }
}
