package io.tandem.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A customer whom the bot can help. */
@InChromium
class BotHelpsTest {

    @Test
    void karlaIsAnsweredWithASourceSaysThatItHelpedAndRatesByKeyboard(Visitors visitors) {
        var karla = visitors.customer();
        assertThat(karla.greeting()).containsText("A machine writes first here");
        karla.sees("NONE");

        karla.writes("When will I get my refund?");

        var answer = karla.hears("bot");
        assertThat(answer).containsText("within 5 working days");
        assertThat(answer).containsText("a machine");
        assertThat(answer.locator("a.source")).hasText(Pattern.compile("When will I get my refund\\?"));
        assertThat(karla.sees("BOT")).containsText("a machine");
        assertThat(karla.button("Talk to a person")).isVisible();

        karla.presses("That helped");

        assertThat(answer.locator(".judged")).hasText("You said: That helped");
        assertThat(karla.sees("NOBODY")).containsText("resolved");
        assertThat(karla.rating()).hasAttribute("data-state", "asked");

        var keys = karla.page().keyboard();
        karla.page()
                .getByRole(AriaRole.RADIO, new GetByRoleOptions().setName("3 of 5: So-so"))
                .focus();
        keys.press("Space");
        keys.press("ArrowRight");
        keys.press("Tab");
        keys.type("Quick and clear");
        assertThat(karla.rating()).hasAttribute("data-state", "asked");
        keys.press("Tab");
        keys.press("Enter");

        assertThat(karla.rating().locator(".thanks")).hasText("Thank you for telling us! Your rating: 4 of 5");
        assertThat(karla.sees("NOBODY")).containsText("closed");
    }

    @Test
    void theSourceOpensInATabOfItsOwnAndLeadsBackToTheChat(Visitors visitors) {
        var karla = visitors.customer();
        karla.writes("When will I get my refund?");

        var article = karla.page()
                .context()
                .waitForPage(() -> karla.hears("bot").locator("a.source").click());

        assertThat(article).hasURL(Pattern.compile("/articles/en/refund-status$"));
        assertThat(article.locator("h1")).hasText("When will I get my refund?");
        article.getByText("To the chat").click();
        var back = new ChatPage(article);
        back.isReady();
        back.hasSent("When will I get my refund?");
    }

    @Test
    void anExampleIsAskedByOnePress(Visitors visitors) {
        var karla = visitors.customer(Visitor.german().onThePhone());

        karla.page().locator("[data-action=example]").first().tap();

        assertThat(karla.hears("bot").locator("a.source")).hasCount(1);
    }

    @Test
    void aLongAnswerIsReadFromItsStart(Visitors visitors) {
        var karla = visitors.customer(Visitor.english().onThePhone());

        karla.writes("Can I pay in instalments?");

        var answer = karla.hears("bot");
        assertThat(answer.locator(".byline")).isInViewport();
        assertThat(answer.locator(".sources")).not().isInViewport();
    }

    @Test
    void whatDidNotHelpEndsWithAPerson(Visitors visitors) {
        var karla = visitors.customer();
        karla.writes("When will I get my refund?");

        for (var answers = 1; karla.isAskedWhetherItHelped(); answers++) {
            karla.presses("That did not help");
            assertThat(karla.page().locator(".judged[data-helped=false]")).hasCount(answers);
        }

        karla.sees("QUEUE");
    }
}
