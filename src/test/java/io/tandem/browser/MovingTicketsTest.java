package io.tandem.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.HasCountOptions;
import io.tandem.process.migration.Owner;
import io.tandem.story.CustomerInChat;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Otto takes open tickets to a new version, by the page: on a large screen, in the dark, and on his phone. */
@InChromium
@Tag("slow")
class MovingTicketsTest {

    static final List<Visitor> LOOKS = List.of(
            Visitor.english(),
            Visitor.german().inTheDark(),
            Visitor.german().onThePhone().withScreen(360, 740),
            Visitor.english().onThePhone().withScreen(360, 740));

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient sql;

    @Autowired
    private TransactionTemplate transaction;

    private Owner owner;

    @BeforeEach
    void thereIsAnOwner(@Autowired ApplicationContext tandem) {
        owner = new Owner(port, tandem);
    }

    @AfterEach
    void allIsAsItWas() {
        owner.takesItBack();
    }

    @ParameterizedTest
    @FieldSource("LOOKS")
    void eachStateIsToldToEverybody(Visitor look, Visitors visitors) {
        var karla = CustomerInChat.writes(port, "en", "human please");
        karla.sees("QUEUE");
        owner.saves("human-escalation.bpmn", "userTask_help", "userTask_assist");
        var otto = OwnersPage.opens(visitors.page(look), visitors.home());
        var moving = otto.page().locator("tandem-moving");

        button(moving, "plan").click();
        assertThat(moving.locator(".plan")).isFocused();
        assertThat(moving.locator(".plan li").first()).isVisible();
        isWell(otto, look, "plan");

        button(moving, "try").click();
        assertThat(moving.locator(".run li[data-outcome=GONE]").first()).isVisible();
        assertThat(moving.locator(".run h3")).containsText(look.locale().startsWith("de") ? "fertig" : "done");
        isWell(otto, look, "dry-run");

        button(moving, "start").click();
        isWell(otto, look, "sure");
        runsAndIsStopped(otto, look, moving, karla.ticket());

        button(moving, "goOn").click();
        assertThat(moving.locator(".run [data-action=goOn]")).hasCount(0, soon());
        assertThat(moving.locator(".run [data-action=stop]")).hasCount(0, soon());
        assertThat(moving.locator(".run li[data-outcome=GONE]").first()).isVisible();
        isWell(otto, look, "done");
    }

    /** The ticket's row is held, so that the roll-out can be looked at while it runs. */
    private void runsAndIsStopped(OwnersPage otto, Visitor look, Locator moving, UUID ticket) {
        transaction.executeWithoutResult(status -> {
            sql.sql("select id from ticket where id = ? for update")
                    .param(ticket)
                    .query(UUID.class)
                    .single();
            otto.dialog().locator("[data-action=confirm]").click();
            assertThat(button(moving, "stop")).isVisible();
            assertThat(moving.locator("progress")).isVisible();
            assertThat(button(moving, "try")).isDisabled();
            isWell(otto, look, "running");
            button(moving, "stop").click();
            assertThat(button(moving, "goOn")).isVisible();
        });
        isWell(otto, look, "stopped");
    }

    private static Locator button(Locator moving, String action) {
        return moving.locator("[data-action=" + action + "]");
    }

    private static HasCountOptions soon() {
        return new HasCountOptions().setTimeout(30_000);
    }

    /** Nothing for axe to find, and nothing beside the screen. */
    private static void isWell(OwnersPage otto, Visitor look, String state) {
        Accessibility.isGiven(otto.page(), state);
        assertThat((Boolean) otto.page()
                        .evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
                .as(state)
                .isTrue();
        if (Boolean.getBoolean("tandem.screenshots")) {
            otto.page().locator("tandem-moving").scrollIntoViewIfNeeded();
            var file = "moving-%s-%d-%s.png".formatted(look.locale(), look.width(), state);
            otto.page().screenshot(new ScreenshotOptions().setPath(Path.of("target/browser", file)));
        }
    }
}
