package io.tandem.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

/** The chat as a part of somebody else's site, under that site's strict policy. */
@InChromium
class EmbeddedChatTest {

    @Test
    void karlaIsHelpedOnThePageOfTheShop(Visitors visitors) {
        var karla = ChatPage.opens(page(visitors), visitors.shop().withChat(visitors.home()));

        karla.writes("When will I get my refund?");

        var source = karla.hears("bot").locator("a.source");
        assertThat(source).hasAttribute("href", visitors.home() + "/articles/en/refund-status");
        karla.presses("Talk to a person");
        assertThat(karla.sees("QUEUE")).containsText("You are in the queue");
        karla.reloads();
        karla.hasSent("When will I get my refund?");
    }

    @Test
    void theChatFloatsWhereThePageLeavesNoPlaceForIt(Visitors visitors) {
        var page = page(visitors);
        page.navigate(visitors.shop().withButton(visitors.home()));

        page.locator("[data-action=open]").click();
        var karla = new ChatPage(page);
        karla.isReady();
        karla.writes("When will I get my refund?");
        karla.hears("bot");
        Accessibility.isGiven(page, "the floating chat");
        page.locator("[data-action=close]").click();

        assertThat(page.locator("[data-action=open]")).isFocused();
        assertThat(page.locator("tandem-chat")).isHidden();
    }

    private static Page page(Visitors visitors) {
        return visitors.page(Visitor.english());
    }
}
