package io.tandem.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Locator.FilterOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

/** The customer's chat, be it the page "/" or a part of another page. */
final class ChatPage {

    private static final Pattern NUMBER = Pattern.compile("\\d+");

    private final Page page;
    private final Locator input;
    private final Locator status;

    ChatPage(Page page) {
        this.page = page;
        input = page.locator("tandem-composer textarea");
        status = page.locator("tandem-status");
    }

    static ChatPage opens(Page page, String address) {
        page.navigate(address);
        var chat = new ChatPage(page);
        chat.isReady();
        return chat;
    }

    /** The same customer's browser, once more. */
    ChatPage opensAnotherTab() {
        return opens(page.context().newPage(), page.url());
    }

    Page page() {
        return page;
    }

    void isReady() {
        assertThat(page.locator("tandem-message").first()).isVisible();
    }

    void reloads() {
        page.reload();
        isReady();
    }

    void types(String text) {
        input.fill(text);
    }

    void writes(String text) {
        types(text);
        input.press("Enter");
    }

    void presses(String button) {
        button(button).click();
    }

    Locator button(String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    void choosesLanguage(String language) {
        page.locator(".languages [data-language=" + language + "]").click();
    }

    /** All that was said so far, without the greeting, which belongs to the page. */
    Locator messages() {
        return page.locator("tandem-message:not(:first-child)");
    }

    Locator messagesOf(String author) {
        return messages().and(page.locator("[data-author=" + author + "]"));
    }

    List<String> words() {
        return messages().locator(".words").allInnerTexts();
    }

    Locator greeting() {
        return page.locator("tandem-message").first();
    }

    /** Waits for the newest message of this author. */
    Locator hears(String author) {
        var message = messagesOf(author).last();
        assertThat(message).isVisible();
        return message;
    }

    Locator hears(String author, String words) {
        var message = messagesOf(author).filter(new FilterOptions().setHasText(words));
        assertThat(message).hasCount(1);
        return message;
    }

    /** After each answer of the bot; not any more once a person is to help. */
    boolean isAskedWhetherItHelped() {
        var asked = page.locator(".feedback");
        assertThat(asked.or(page.locator("tandem-status[data-holder=QUEUE]")).first())
                .isVisible();
        return asked.isVisible();
    }

    /** Exactly once, and the server has it. */
    void hasSent(String words) {
        assertThat(hears("customer", words)).hasAttribute("data-state", "sent");
    }

    /** Who has the ticket now, as the top of the page says it: BOT, QUEUE, AGENT, NOBODY, or NONE before the first word. */
    Locator sees(String holder) {
        assertThat(status).hasAttribute("data-holder", holder);
        return status;
    }

    Locator rating() {
        return page.locator("tandem-rating");
    }

    Locator inputBox() {
        return input;
    }

    Locator offline() {
        return page.locator(".offline");
    }

    /** The ticket's id, as only this browser remembers it. */
    UUID ticket() {
        var found = page.evaluate("Object.entries(localStorage).filter(([key]) => key.endsWith(':session'))"
                + ".map(([, session]) => JSON.parse(session).ticket)[0]");
        return UUID.fromString((String) found);
    }

    int ticketNumber() {
        var subtitle = page.locator("tandem-header .subtitle");
        assertThat(subtitle).hasText(NUMBER);
        var number = NUMBER.matcher(subtitle.innerText());
        if (!number.find()) throw new AssertionError("There is no ticket's number in the header");
        return Integer.parseInt(number.group());
    }
}
