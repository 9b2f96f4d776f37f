package io.tandem.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import io.tandem.story.OtherSystem;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A customer and an agent, both with their pages open, and nobody reloads anything. */
@InChromium
class PersonHelpsTest {

    private static final String STRANGE = "My blender plays the national anthem at night";

    /** A customer on another channel may never have got it. */
    @Test
    void underWhatTandemSaysByItselfTheAgentReadsWhatBecameOfIt(Visitors visitors) {
        var crm = OtherSystem.withCustomer(visitors.port());
        var number = crm.writes("Let me talk to a person please")
                .body()
                .path("number")
                .asInt();
        crm.hears("system");

        var anna = visitors.agent("anna");
        anna.findsAmongMyGroupsTickets(number);

        assertThat(anna.page().locator("tandem-conversation .system .under")).hasText("webhook-crmSent");
    }

    @Test
    void annaHelpsWhereTheBotIsUnsureAndKarlaRatesIt(Visitors visitors) {
        var karla = visitors.customer();
        karla.writes(STRANGE);
        assertThat(karla.sees("QUEUE")).containsText("You are in the queue");
        assertThat(karla.hears("system")).containsText("The bot is not sure");
        assertThat(karla.button("Talk to a person")).isHidden();

        var anna = visitors.agent("anna");
        var ticket = anna.findsAmongMyGroupsTickets(karla.ticketNumber());
        assertThat(ticket.brief()).containsText(STRANGE);
        assertThat(ticket.brief()).containsText("The bot was not sure enough");
        ticket.claims();
        assertThat(karla.sees("AGENT")).containsText("Anna");

        karla.writes("It is the French one");
        ticket.hears("customer", "It is the French one");
        ticket.notes("Asked the workshop");
        ticket.repliesAndWaits("Does it stop when you unplug it?");
        assertThat(karla.hears("agent")).containsText("Does it stop when you unplug it?");
        assertThat(karla.sees("AGENT")).containsText("Anna");

        karla.writes("Yes, it does");
        var again = anna.findsAmongMyTickets(karla.ticketNumber());
        again.isHeldBy("me");
        again.hears("customer", "Yes, it does");
        again.repliesAndResolves("Then a new one is on its way to you.");

        karla.hears("agent", "Then a new one is on its way to you.");
        assertThat(karla.sees("NOBODY")).containsText("resolved");
        assertThat(karla.page().getByText("workshop")).hasCount(0);
        karla.page()
                .getByRole(AriaRole.RADIO, new GetByRoleOptions().setName("5 of 5: Very good"))
                .check();
        karla.rating().locator("[data-action=rate]").click();
        assertThat(karla.rating()).hasAttribute("data-state", "given");
    }

    @Test
    void theBotIsSilentAsSoonAsKarlaWantsAPerson(Visitors visitors) {
        var karla = visitors.customer();
        karla.writes("How do I return something?");
        karla.hears("bot");

        karla.presses("Talk to a person");
        karla.sees("QUEUE");
        assertThat(karla.hears("system")).containsText("The bot is silent from now on");
        karla.writes("How long does delivery take?");
        karla.hasSent("How long does delivery take?");

        var ben = visitors.agent("ben");
        var ticket = ben.findsAmongMyGroupsTickets(karla.ticketNumber());
        assertThat(ticket.brief()).containsText("How do I return something?");
        ticket.hears("customer", "How long does delivery take?");
        ticket.repliesAndWaits("Two to four days. And your return?");

        assertThat(karla.sees("AGENT")).containsText("Ben");
        assertThat(karla.messagesOf("bot")).hasCount(1);
    }

    @Test
    void aPersonCanBeHadBeforeTheFirstWord(Visitors visitors) {
        var karla = visitors.customer(Visitor.german());

        karla.presses("Mit einem Menschen sprechen");

        karla.sees("QUEUE");
        assertThat(karla.messagesOf("bot")).hasCount(0);
    }

    @Test
    void newTicketsComeIntoTheListByThemselves(Visitors visitors) {
        var anna = visitors.agent("anna");
        assertThat(anna.filters()).hasText(new Pattern[] {
            Pattern.compile("My tickets"), Pattern.compile("My groups' tickets"), Pattern.compile("Overdue")
        });
        anna.chooses("My groups' tickets");

        var karla = visitors.customer();
        karla.writes("I am furious!!! I want to speak to a real person, now!");
        karla.sees("QUEUE");

        assertThat(anna.line(karla.ticketNumber())).isVisible();
    }

    @Test
    void aTicketIsPassedOnWithANoteThatTheCustomerNeverSees(Visitors visitors) {
        var karla = visitors.customer();
        karla.writes("human please");
        karla.sees("QUEUE");
        var ben = visitors.agent("ben");
        ben.findsAmongMyGroupsTickets(karla.ticketNumber()).passesOn("user:anna", "You know blenders");

        var ticket = visitors.agent("anna").findsAmongMyTickets(karla.ticketNumber());
        ticket.isHeldBy("me");
        ticket.hears("agent", "You know blenders");
        ticket.repliesAndResolves("Hello, this is Anna.");

        karla.hears("agent", "Hello, this is Anna.");
        assertThat(karla.page().getByText("blenders")).hasCount(0);
    }

    @Test
    void whoComesBackAfterTheEndComesBackToAPerson(Visitors visitors) {
        var karla = visitors.customer();
        karla.writes("When will I get my refund?");
        karla.hears("bot");
        karla.presses("That helped");
        karla.sees("NOBODY");

        karla.writes("It is still not there");

        karla.sees("QUEUE");
        assertThat(karla.hears("system", "Good that you came back")).isVisible();
        assertThat(karla.rating()).isHidden();
    }

    @Test
    void annaReadsInTheBriefWhatSheNeedNotAskAndCopiesIt(Visitors visitors) {
        var karla = visitors.customer();
        karla.writes("Hello, the vase arrived broken. My order number is WK-12345678. I want to talk to a human.");
        karla.sees("QUEUE");

        var ticket = visitors.agent("anna").findsAmongMyGroupsTickets(karla.ticketNumber());

        assertThat(ticket.brief().locator("h4")).hasText("Hello, the vase arrived broken.");
        assertThat(ticket.brief().locator("[data-need]")).hasText("Photo");
        ticket.brief().locator("[data-fact=order]").click();
        assertThat(ticket.brief().getByRole(AriaRole.STATUS)).hasText("Copied: WK-12345678");
    }
}
