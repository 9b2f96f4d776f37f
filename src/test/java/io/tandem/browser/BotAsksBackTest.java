package io.tandem.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** A customer whose words may mean two things, or nothing yet. */
@InChromium
class BotAsksBackTest {

    static final List<Visitor> LOOKS = List.of(
            Visitor.english(),
            Visitor.english().inTheDark(),
            Visitor.english().onThePhone(),
            Visitor.english().onThePhone().inTheDark());

    private static final String UNCLEAR = "invoice copy or business invoice";

    @ParameterizedTest
    @FieldSource("LOOKS")
    void karlaChoosesByOnePress(Visitor look, Visitors visitors) {
        var karla = visitors.customer(look);
        karla.writes(UNCLEAR);
        var question = karla.hears("bot");
        assertThat(question).containsText("Do you mean");
        assertThat(choices(karla)).hasCount(2);
        assertThat(question.locator(".feedback, .sources")).hasCount(0);
        assertThat(karla.button("Talk to a person")).isVisible();
        Accessibility.isGiven(karla.page(), "the bot asks back");
        var title = choices(karla).nth(1).innerText();

        choices(karla).nth(1).click();

        karla.hasSent(title);
        assertThat(choices(karla)).hasCount(0);
        assertThat(karla.hears("bot").locator("a.source")).containsText(title);
        assertThat(karla.messagesOf("customer")).hasCount(2);
        karla.presses("That helped");
        karla.sees("NOBODY");
    }

    @Test
    void theChoiceIsMadeByKeyboardAndTheFocusStaysInTheConversation(Visitors visitors) {
        var karla = visitors.customer();
        karla.writes(UNCLEAR);
        assertThat(karla.page().locator(".choice")).hasAttribute("role", "group");
        assertThat(karla.page().locator(".choice")).hasAttribute("aria-label", "Which of these do you mean?");

        choices(karla).first().focus();
        karla.page().keyboard().press("Enter");

        assertThat(karla.page().locator(".scroller")).isFocused();
        assertThat(karla.hears("bot").locator("a.source")).hasCount(1);
    }

    @Test
    void afterAReloadTheQuestionIsStillOpenAndAnOtherWayIsToWrite(Visitors visitors) {
        var karla = visitors.customer(Visitor.german());
        karla.writes("Retourenetikett und Rückgabefrist");
        assertThat(choices(karla)).hasCount(2);

        karla.reloads();

        assertThat(choices(karla)).hasCount(2);
        karla.writes("Das erste");
        assertThat(choices(karla)).hasCount(0);
        assertThat(karla.hears("bot").locator("a.source")).hasCount(1);
    }

    @Test
    void whoAsksForAPersonInsteadIsNotAskedToChooseAnyMore(Visitors visitors) {
        var karla = visitors.customer();
        karla.writes(UNCLEAR);
        assertThat(choices(karla)).hasCount(2);

        karla.presses("Talk to a person");

        karla.sees("QUEUE");
        assertThat(choices(karla)).hasCount(0);
    }

    @Test
    void theChatOnTheShopsPageAsksBackToo(Visitors visitors) {
        var shop = visitors.shop().withChat(visitors.home());
        var karla = ChatPage.opens(visitors.page(Visitor.english()), shop);
        karla.writes(UNCLEAR);

        choices(karla).first().click();

        assertThat(karla.hears("bot").locator("a.source")).hasAttribute("href", Pattern.compile("/articles/en/"));
    }

    @Test
    void aGreetingIsAnsweredByAQuestionAndThanksByAKindWord(Visitors visitors) {
        var karla = visitors.customer();
        karla.writes("Hello");
        assertThat(karla.hears("bot")).containsText("what is it about?");
        assertThat(karla.page().locator(".feedback")).hasCount(0);

        karla.writes("When will I get my refund?");
        assertThat(karla.hears("bot").locator("a.source")).hasCount(1);
        karla.writes("Thank you!");
        var kindWord = karla.hears("bot", "You are welcome!");
        karla.presses("That helped");

        assertThat(kindWord.locator(".judged")).hasText("You said: That helped");
        karla.sees("NOBODY");
    }

    private static Locator choices(ChatPage chat) {
        return chat.page().locator(".choice button");
    }
}
