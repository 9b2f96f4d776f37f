package io.tandem.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Two agents have the same ticket open. The slower one is told and loses no word. */
@InChromium
@Tag("slow")
class AgentsCollideTest {

    private ChatPage karla;
    private TasklistPage ben;
    private TicketForm annas;
    private TicketForm bens;

    @BeforeEach
    void bothOpenTheSameTicket(Visitors visitors) {
        karla = visitors.customer();
        karla.writes("human please");
        karla.sees("QUEUE");
        annas = visitors.agent("anna").findsAmongMyGroupsTickets(karla.ticketNumber());
        ben = visitors.agent("ben");
        bens = ben.findsAmongMyGroupsTickets(karla.ticketNumber());
    }

    @Test
    void benIsToldAtOnceThatAnnaHasTakenIt() {
        bens.types("Hello, this is Ben");

        annas.claims();

        assertThat(bens.notice()).containsText("Anna has taken this ticket.");
        assertThat(bens.notice()).containsText("Your text stays here.");
        bens.isHeldBy("other");
        assertThat(bens.action("reply-wait")).isDisabled();
        assertThat(bens.reply()).hasValue("Hello, this is Ben");
    }

    @Test
    void benIsToldThatAnnaHasAnsweredAndCopiesWhatHeTyped() {
        bens.types("Hello, this is Ben");

        annas.repliesAndWaits("Hello, this is Anna");

        assertThat(bens.notice()).containsText("Anna was faster");
        assertThat(bens.reply()).hasValue("Hello, this is Ben");
        bens.action("copy").click();
        assertThat(bens.action("copy")).hasText("Copied");
        bens.action("close").click();
        bens.hasLeft();
        karla.hears("agent", "Hello, this is Anna");
        assertThat(karla.page().getByText("Hello, this is Ben")).hasCount(0);
    }

    @Test
    void theServerTellsBenWhenTheNewsHasNotReachedHim(Visitors visitors) {
        visitors.expectInConsole("status of 409");
        ben.page().route("**/events", route -> {}); // never answered: a line that is dead without anybody noticing
        ben.page().reload();
        bens = new TicketForm(ben.page(), karla.ticketNumber());
        bens.types("Hello, this is Ben");
        annas.repliesAndWaits("Hello, this is Anna");

        bens.action("reply-wait").click();

        assertThat(bens.notice()).containsText("Anna was faster");
        assertThat(bens.reply()).hasValue("Hello, this is Ben");
        assertThat(karla.page().getByText("Hello, this is Ben")).hasCount(0);
    }
}
