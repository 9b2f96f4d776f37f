package io.tandem.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.tandem.story.AgentAtDesk;
import io.tandem.story.EarlierCopy;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reloads, closed tabs and lost connections: every word is there once. */
@InChromium
@Tag("slow")
class NothingIsLostTest {

    @Autowired
    private JdbcClient sql;

    @Test
    void karlaReloadsInTheMiddle(Visitors visitors) {
        var karla = visitors.customer();
        karla.writes("When will I get my refund?");
        karla.hears("bot");
        karla.types("half a sent");
        var before = karla.words();

        karla.reloads();

        assertThat(karla.messages()).hasCount(before.size());
        assertThat(karla.words()).isEqualTo(before);
        assertThat(karla.inputBox()).hasValue("half a sent");
        karla.writes("human please");
        karla.sees("QUEUE");
        karla.hasSent("human please");
    }

    @Test
    void karlaReloadsWhileHerMessageIsOnItsWay(Visitors visitors) {
        var karla = visitors.customer();
        karla.writes("human please");
        karla.sees("QUEUE");
        karla.page().route("**/messages", route -> {
            if (route.request().method().equals("POST")) route.fetch();
            else route.resume();
        }); // the server gets it, its answer gets lost
        karla.writes("Only once, please");
        assertThat(karla.hears("customer", "Only once, please")).isVisible();

        karla.page().unroute("**/messages");
        karla.reloads();

        karla.hasSent("Only once, please");
        karla.reloads();
        karla.hasSent("Only once, please");
    }

    @Test
    void karlaLosesTheConnectionAndMissesNothing(Visitors visitors) {
        visitors.expectInConsole("ERR_INTERNET_DISCONNECTED");
        var karla = visitors.customer();
        karla.writes("human please");
        karla.sees("QUEUE");
        var anna = visitors.agent("anna").findsAmongMyGroupsTickets(karla.ticketNumber());

        karla.page().context().setOffline(true);
        karla.writes("Are you there?");
        anna.repliesAndWaits("Hello Karla");
        karla.page().context().setOffline(false);

        karla.hasSent("Are you there?");
        karla.hears("agent", "Hello Karla");
        assertThat(karla.offline()).isEmpty();
    }

    /** Whatever her page remembers: what the server knows is what was said. */
    @Test
    void theDatabaseIsRestoredFromACopyWhileKarlasPageIsCutOff(Visitors visitors) {
        visitors.expectInConsole("ERR_INTERNET_DISCONNECTED");
        var karla = visitors.customer();
        karla.writes("human please");
        karla.sees("QUEUE");
        karla.hears("system");
        var position = karla.words().size();
        karla.writes("These words are lost");
        karla.hasSent("These words are lost");

        karla.page().context().setOffline(true);
        EarlierCopy.isRestored(sql, karla.ticket(), position);
        karla.page().context().setOffline(false);

        assertThat(karla.messages()).hasCount(position);
        karla.writes("Other words");
        karla.hasSent("Other words");
        assertThat(karla.messages()).hasCount(position + 1);
    }

    @Test
    void theDatabaseIsRestoredFromACopyAndKarlasLineHolds(Visitors visitors) {
        var karla = visitors.customer();
        karla.writes("human please");
        karla.sees("QUEUE");
        karla.hears("system");
        var position = karla.words().size();
        karla.writes("These words are lost");
        karla.hasSent("These words are lost");
        karla.writes("And these");
        karla.hasSent("And these");
        var anna = visitors.agent("anna").findsAmongMyGroupsTickets(karla.ticketNumber());
        anna.hears("customer", "And these");

        EarlierCopy.isRestored(sql, karla.ticket(), position);
        var ben = AgentAtDesk.signsIn(visitors.port(), "ben");
        ben.notes(ben.taskOf(karla.ticket()), "Noted after the restore");
        anna.hears("agent", "Noted after the restore");
        assertThat(anna.part("tandem-conversation [data-author=customer]")).hasCount(1);

        ben.replies(ben.taskOf(karla.ticket()), "Hello Karla", "wait");

        karla.hears("agent", "Hello Karla");
        assertThat(karla.messages()).hasCount(position + 1);
    }

    @Test
    void twoTabsOfKarlaShowTheSame(Visitors visitors) {
        var karla = visitors.customer();
        karla.writes("human please");
        karla.sees("QUEUE");

        var other = karla.opensAnotherTab();
        other.hasSent("human please");
        other.writes("From the other tab");

        karla.hasSent("From the other tab");
        other.hasSent("From the other tab");
    }

    @Test
    void whatAnnaTypedSurvivesAClosedTabAndIsThereOnHerOtherComputer(Visitors visitors) {
        var karla = visitors.customer();
        karla.writes("human please");
        karla.sees("QUEUE");
        var anna = visitors.agent("anna");
        anna.findsAmongMyGroupsTickets(karla.ticketNumber()).types("Dear Karla, half fini");

        var tab = anna.opensAnotherTab(visitors.home());
        anna.closesTheTab();
        var ticket = tab.findsAmongMyGroupsTickets(karla.ticketNumber());
        assertThat(ticket.reply()).hasValue("Dear Karla, half fini");
        ticket.types("Dear Karla, nearly finished");
        ticket.isSavedAsDraft();

        var elsewhere = visitors.agent("anna").findsAmongMyGroupsTickets(karla.ticketNumber());
        assertThat(elsewhere.reply()).hasValue("Dear Karla, nearly finished");
        elsewhere.repliesAndWaits("Dear Karla, finished");
        karla.hears("agent", "Dear Karla, finished");
        assertThat(karla.messagesOf("agent")).hasCount(1);
    }

    @Test
    void annaReloadsInTheMiddle(Visitors visitors) {
        var karla = visitors.customer();
        karla.writes("human please");
        karla.sees("QUEUE");
        var anna = visitors.agent("anna");
        var ticket = anna.findsAmongMyGroupsTickets(karla.ticketNumber());
        ticket.claims();
        ticket.types("Dear Karla, half fini");

        anna.page().reload();
        var again = new TicketForm(anna.page(), karla.ticketNumber());

        again.isHeldBy("me");
        assertThat(again.reply()).hasValue("Dear Karla, half fini");
        again.hears("customer", "human please");
        karla.writes("Hello?");
        again.hears("customer", "Hello?");
    }
}
