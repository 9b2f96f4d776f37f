package io.tandem.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.options.BoundingBox;
import io.tandem.story.AgentAtDesk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Otto owns the processes. He changes one, gets it wrong, sees why, mends it, and changes his mind. */
@InChromium
class ProcessOwnerTest {

    static final List<Visitor> LOOKS = List.of(
            Visitor.english(),
            Visitor.german().inTheDark(),
            Visitor.german().onThePhone().withScreen(360, 740));

    private static final String FILE = "bot-attempt.bpmn";
    private static final String STEP = "serviceTask_findAnswer";

    @Value("${tandem.processes}")
    private Path folder;

    @LocalServerPort
    private int port;

    private String good;

    @BeforeEach
    void remember() throws IOException {
        good = Files.readString(folder.resolve(FILE));
    }

    @AfterEach
    void leaveItAsItWas() throws IOException {
        save(good);
        var otto = AgentAtDesk.signsIn(port, "otto");
        await().atMost(Duration.ofSeconds(30))
                .until(() -> otto.send("GET", "/api/processes/state", null)
                        .body()
                        .path("refused")
                        .isNull());
    }

    private void save(String content) throws IOException {
        if (!content.equals(Files.readString(folder.resolve(FILE)))) Files.writeString(folder.resolve(FILE), content);
    }

    @Test
    void anOwnerChangesAProcessWithoutFear(Visitors visitors) throws IOException {
        var karla = visitors.customer();
        karla.writes("When do I get my refund?");
        karla.hears("bot");

        var otto = OwnersPage.opens(visitors.page(Visitor.english()), visitors.home());
        otto.isTold("live");
        otto.chooses(FILE);
        assertThat(otto.badge("gateway_reply")).hasText(Pattern.compile("[1-9]\\d*"));
        assertThat(otto.row("gateway_reply").locator("td").first()).hasText(Pattern.compile("[1-9]\\d*"));

        save(good.replace("${findAnswer}", "${findAnwser}"));
        otto.isTold("refused");
        assertThat(otto.verdict()).containsText("stays live");
        assertThat(otto.finding().first()).containsText("Find an answer");
        assertThat(otto.finding().first()).containsText("findAnwser");
        assertThat(otto.drawn(STEP)).hasClass(Pattern.compile("wrong"));
        otto.chooses("ticket.bpmn");
        assertThat(otto.drawn("callActivity_botAttempt")).isVisible();
        otto.finding().first().locator("[data-action=show]").click();
        assertThat(otto.drawn(STEP)).hasClass(Pattern.compile("wrong.*chosen|chosen.*wrong"));

        var before = otto.liveVersion();
        save(good.replace("name=\"Find an answer\"", "name=\"Look for an answer\""));
        otto.isTold("live");
        assertThat(otto.drawn(STEP)).containsText("Look for an");
        assertThat(otto.drawn(STEP)).not().hasClass(Pattern.compile("wrong"));
        assertThat(otto.version(before)).hasAttribute("data-state", "EARLIER");
        assertThat(otto.liveVersion()).isGreaterThan(before);

        otto.version(before).locator("[data-action=compare]").click();
        assertThat(otto.compared()).containsText("From version " + before + " to version " + otto.liveVersion());
        assertThat(otto.compared()).containsText("is now called \"Look for an answer\"");
        assertThat(otto.compared()).containsText("Find an answer");

        otto.version(before).locator("[data-action=restore]").click();
        otto.dialog().locator("[data-action=confirm]").click();
        assertThat(otto.dialog()).isHidden();
        assertThat(otto.drawn(STEP)).containsText("Find an");
        assertThat(otto.version(before)).hasAttribute("data-state", "EARLIER");
        assertThat(Files.readString(folder.resolve(FILE))).isEqualTo(good);

        otto.version(before).locator("[data-action=restore]").click();
        otto.dialog().locator("[data-action=confirm]").click();
        assertThat(otto.dialog()).containsText("It is live already");
        assertThat(otto.dialog()).containsText("equals version " + otto.liveVersion());
        otto.dialog().locator("[data-action=close]").click();
        assertThat(otto.dialog()).isHidden();
    }

    @ParameterizedTest
    @FieldSource("LOOKS")
    void whatIsRefusedOpensWithAllItsMarksInSightAndIsComparedWithWhatIsLive(Visitor look, Visitors visitors)
            throws IOException {
        save(good.replace("${findAnswer}", "${findAnwser}").replace("name=\"Find an answer\"", "name=\"Search\""));
        var otto = OwnersPage.opens(visitors.page(look), visitors.home());
        otto.isTold("refused");
        otto.chooses(FILE);

        assertThat(otto.drawn(STEP)).hasClass(Pattern.compile("wrong"));
        assertThat(isWithin(otto.drawn(STEP), otto.page().locator("tandem-diagram .canvas")))
                .isTrue();
        var live = otto.liveVersion();
        var refused =
                otto.page().locator("tandem-versions tr[data-state=REFUSED]").first();
        assertThat(isWithin(
                        refused.locator("[data-action=compare]"), otto.page().locator("body")))
                .isTrue();
        refused.locator("[data-action=compare]").click();
        assertThat(otto.compared().locator("h3"))
                .hasText(Pattern.compile(
                        ".*\\b%d\\b.*\\b%s\\b.*".formatted(live, refused.getAttribute("data-version"))));
        assertThat(otto.compared()).containsText(Pattern.compile("Find an answer.*Search"));
        Accessibility.isGiven(otto.page(), "refused, compared");
        if (Boolean.getBoolean("tandem.screenshots")) {
            otto.page()
                    .screenshot(new ScreenshotOptions()
                            .setFullPage(true)
                            .setPath(Path.of(
                                    "target/browser", "refused-%s-%d.png".formatted(look.locale(), look.width()))));
        }
    }

    private static boolean isWithin(Locator inner, Locator outer) {
        var in = inner.boundingBox();
        var out = outer.boundingBox();
        return in.x >= out.x
                && in.y >= out.y
                && in.x + in.width <= out.x + out.width
                && in.y + in.height <= out.y + out.height;
    }

    @ParameterizedTest
    @FieldSource("LOOKS")
    void thePageIsAccessibleInEachState(Visitor look, Visitors visitors) throws IOException {
        var otto = OwnersPage.opens(visitors.page(look), visitors.home());
        otto.isTold("live");
        otto.page().locator("details.means summary").click();
        Accessibility.isGiven(otto.page(), "live");

        otto.chooses("who-helps.dmn");
        assertThat(otto.page().locator("table.rules").first()).isVisible();
        Accessibility.isGiven(otto.page(), "table");

        save(good.replace("${findAnswer}", "${findAnwser}"));
        otto.isTold("refused");
        otto.finding().first().locator("[data-action=show]").click();
        assertThat(otto.drawn(STEP)).hasClass(Pattern.compile("chosen"));
        Accessibility.isGiven(otto.page(), "refused");

        save(good);
        otto.isTold("live");
        otto.page().locator("tandem-versions [data-action=compare]").first().click();
        assertThat(otto.compared()).isFocused();
        Accessibility.isGiven(otto.page(), "compared");
        assertThat((Boolean) otto.page()
                        .evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
                .isTrue();
    }

    @Test
    void theDiagramIsReachedZoomedAndMovedByKeys(Visitors visitors) {
        var otto = OwnersPage.opens(visitors.page(Visitor.english()), visitors.home());
        otto.chooses("ticket.bpmn");
        var start = otto.drawn("startEvent_ticketOpened");
        var svg = otto.page().locator("tandem-diagram svg[role=img]");
        assertThat(svg).hasAttribute("aria-label", Pattern.compile("Ticket"));

        svg.focus();
        var before = start.boundingBox();
        otto.page().keyboard().press("+");
        assertThat(width(start.boundingBox())).isGreaterThan(width(before));
        otto.page().keyboard().press("0");
        assertThat(width(start.boundingBox())).isEqualTo(width(before));
        otto.page().keyboard().press("ArrowRight");
        assertThat(start.boundingBox().x).isLessThan(before.x);
        assertThat(otto.page().locator(".bjs-powered-by")).isVisible();
    }

    private static long width(BoundingBox box) {
        return Math.round(box.width);
    }

    @Test
    void aFileThatIsNoDiagramIsSaidSo(Visitors visitors) throws IOException {
        var otto = OwnersPage.opens(visitors.page(Visitor.english()), visitors.home());
        otto.chooses(FILE);

        save(good.substring(0, good.length() / 2));
        otto.isTold("refused");
        assertThat(otto.finding().first()).containsText(FILE, new ContainsTextOptions().setUseInnerText(true));
        assertThat(otto.page().locator("tandem-diagram .undrawable")).isVisible();

        otto.page().locator("[data-side=live]").click();
        assertThat(otto.drawn(STEP)).isVisible();
    }
}
